import Cells

/// A box to choose from: palette, help, filters, links.
enum ChoicePanel {
  static func draw(_ box: ChoiceBox, _ state: State, into canvas: inout Canvas) {
    let overlay = Overlay.choice(box)
    let outer = OverlayBox.outer(in: state.size, overlay: overlay)
    let (title, prompt) = Words.headings(box.kind)
    OverlayBox.draw(outer, title: title, info: "", prompt: prompt, editor: box.editor, into: &canvas)
    let rect = OverlayBox.list(in: state.size, overlay: overlay)
    guard !box.choices.isEmpty else {
      canvas.putFitted(Words.nothingToChoose, x: rect.x + 1, y: rect.y, .dim, in: rect)
      return
    }
    for index in box.choices.indices.dropFirst(box.top) {
      let y = rect.y + index - box.top
      guard y < rect.maxY else { break }
      draw(box.choices[index], isSelected: index == box.selected, y: y, in: rect, into: &canvas)
    }
  }

  private static func draw(
    _ choice: ChoiceBox.Choice, isSelected: Bool, y: Int, in rect: Rect, into canvas: inout Canvas
  ) {
    if choice.isHeading {
      canvas.putFitted(choice.text, x: rect.x + 1, y: y, .heading, in: rect)
      return
    }
    // Where all keys of a command take too much room, the first one has to do.
    let first = choice.detail.split(separator: ",").first.map(String.init) ?? ""
    let text = choice.reason.map { choice.text + " – " + $0 } ?? choice.text
    // Dates are no use without their end.
    var share = rect.width / 3
    if case .openConference = choice.action { share = rect.width / 2 }
    let room = max(share, rect.width - displayWidth(text) - 6)
    let detail = canvas.fit(displayWidth(choice.detail) <= room ? choice.detail : first, width: room)
    let detailX = rect.maxX - displayWidth(detail) - 1
    let textRect = Rect(
      x: rect.x, y: y, width: (detail.isEmpty ? rect.maxX : detailX - 1) - rect.x, height: 1)
    canvas.putFitted(text, x: rect.x + 3, y: y, choice.reason == nil ? .text : .dim, in: textRect)
    canvas.put(detail, x: detailX, y: y, .footerKey, in: rect)
    guard isSelected else { return }
    canvas.buffer.restyle(
      Rect(x: rect.x, y: y, width: rect.width, height: 1), with: canvas.theme.style(.selected))
    canvas.put(">", x: rect.x + 1, y: y, .selected, in: rect)
  }
}
