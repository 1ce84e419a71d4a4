import CPosix
import Cells
import Glibc
import Stage

/// An editor is killed after somebody has typed ten characters a second, and whatever it can bring back is counted.
struct RivalTrial {
  private static let size = Size(width: 80, height: 24)

  private let options: Options
  private let editor: String

  init(_ options: Options, _ editor: String) { (self.options, self.editor) = (options, editor) }

  /// Where an editor is; nil where it is not installed.
  static func path(of editor: String) -> String? {
    ["/usr/bin", "/bin", "/usr/local/bin"].map { "\($0)/\(editor)" }.first { access($0, X_OK) == 0 }
  }

  func run(_ random: inout Random, _ outcome: inout Outcome) throws {
    let house = try House(options)
    let (typist, isReady) = try start(house)
    guard typist.wait(seconds: 10, until: isReady) else {
      throw Failure(sentence: "\(editor) does not come up: \(typist.terminal.rows)")
    }
    if editor == "plenary" { typist.send(Array("e".utf8)) }
    if editor == "vim" { typist.send(Array("i".utf8)) }
    var manuscript = Manuscript("")
    let end = Typist.now + Double(random.number(6_000...40_000)) / 1_000
    while Typist.now < end {
      typist.send(manuscript.letter(&random))
      typist.pump(until: min(end, Typist.now + 0.1))
    }
    typist.kill()
    guard let shown = typist.shown(of: manuscript) else {
      throw Failure(sentence: "\(editor) does not show what is typed: \(typist.terminal.rows)")
    }
    outcome.cases += 1
    let seen = manuscript.states[shown].letters
    outcome.seen += seen.count
    let saved = Manuscript.letters(in: try recovered(house))
    let kept = zip(seen, saved).prefix { $0 == $1 }.count
    if kept < seen.count { outcome.losses.append(seen.count - kept) }
  }

  private func start(_ house: House) throws -> (Typist, (Typist) -> Bool) {
    if editor == "plenary" { return (try house.start(), { $0.sees(House.title) }) }
    guard let path = Self.path(of: editor) else { throw Failure(sentence: "\(editor) is not installed") }
    let file = try house.folder.write("note.txt", "")
    let options = editor == "vim" ? ["-u", "NONE", "-N"] : []
    let typist = try Typist([path] + options + [file], environment: house.environment, size: Self.size)
    return (typist, { $0.sees("note.txt") })
  }

  /// What the editor, or whoever looks for it, brings back at the next start.
  private func recovered(_ house: House) throws -> String {
    let file = house.folder.path + "/note.txt"
    switch editor {
    case "plenary":
      let next = try house.open()
      next.pump(until: Typist.now + 0.3)
      next.kill()
      return house.note ?? ""
    case "vim":
      let vim = Self.path(of: editor) ?? editor
      let command = "\(vim) -u NONE -N -es -r note.txt -c 'w! recovered' -c 'qa!'"
      _ = system("cd \(house.folder.path) && LC_ALL=C.UTF-8 TERM=xterm \(command) </dev/null >/dev/null 2>&1")
      return text(of: house.folder.path + "/recovered") + text(of: file)
    default:
      // nano writes note.txt.save, micro keeps copies below its own folder, beside which it keeps other things.
      let copies = TemporaryFolder.files(below: house.home).filter { path in
        path.hasPrefix(file) || path.contains("/micro/backups/")
      }
      return copies.map(text).max { $0.utf8.count < $1.utf8.count } ?? ""
    }
  }

  private func text(of path: String) -> String {
    String(decoding: (try? TemporaryFolder.bytes(of: path)) ?? [], as: UTF8.self)
  }
}
