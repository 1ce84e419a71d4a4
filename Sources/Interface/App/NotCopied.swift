import Messages

// What was to be copied and could not be.
extension App {
  /// Shows a text that nobody has taken, to be selected by hand; what is kept here as well is only not said to be copied.
  mutating func tellNotCopied(_ text: String, isNeeded: Bool) -> [Effect] {
    if let written = writtenReport, written.path == text {
      status.message = .reportWritten(written.shown, isCopied: false)
      return []
    }
    guard isNeeded else {
      if status.message != nil {
        status.message = StatusMessage(
          Message("Kept here, for %s: the terminal takes no text from programs", world.key("insertCut", in: .writing)))
      }
      return []
    }
    status.message = nil
    stack.push(App.selecting(text))
    guard isMouseOn, !isMouseLent else { return [] }
    isMouseLent = true
    return [.setMouse(false)]
  }

  /// The mouse is the program's again once nothing is selected with it any more.
  mutating func takeMouseBack() -> [Effect] {
    guard isMouseLent, !stack.isSelecting else { return [] }
    isMouseLent = false
    return isMouseOn ? [.setMouse(true)] : []
  }
}

extension StatusMessage {
  /// The name first: the status line cuts the end.
  static func reportWritten(_ path: String, isCopied: Bool = true) -> StatusMessage {
    let slash = path.lastIndex(of: "/") ?? path.startIndex
    let name = String(path[slash...].drop { $0 == "/" })
    let folder = String(path[..<slash])
    return StatusMessage(
      isCopied
        ? Message("Written: %1$s, its path copied; in %2$s", name, folder)
        : Message("Written: %1$s; in %2$s", name, folder))
  }
}
