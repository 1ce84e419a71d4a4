public import Agenda
import CPosix
public import Files
import Glibc

extension UserFolder {
  /// Writes a report to a file of its own, named by the time; nothing is ever written over.
  public func keepReport(
    _ report: Report, as format: ReportFormat, at now: Instant, in zone: OffsetTable
  ) throws(FileError) -> String {
    let local = zone.local(now)
    let stem = "\(path)/report-\(local.date)-\(WireTime.digits(local.hour, 2))\(WireTime.digits(local.minute, 2))"
    let bytes = report.bytes(as: format)
    for attempt in 1...100 {
      let file = "\(stem)\(attempt == 1 ? "" : "-\(attempt)").\(format.fileExtension)"
      if let there = try RegularFile.read(file, limit: NoteFiles.limit) {
        if there.bytes == bytes { return file }
        continue
      }
      try DurableFile(file).replace(with: bytes)
      return file
    }
    throw .system(call: "open", path: stem, errno: EEXIST)
  }
}
