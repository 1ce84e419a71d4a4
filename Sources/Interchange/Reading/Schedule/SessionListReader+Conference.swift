import Agenda
import JSON

extension SessionListReader {
  /// What the object that everything stands in says of the conference.
  func readConference(_ fields: SessionFields) {
    let root = fields.object
    let inner = ["conference", "event"].lazy.compactMap { root.object($0) }.first
    let title =
      root.text("conferencename") ?? inner?.text("title") ?? inner?.text("name") ?? root.text("title")
      ?? root.text("name") ?? ["conference", "event"].lazy.compactMap { root[$0]?.rawString }.first.map { Text($0) }
    // What a list of sessions is called is no name of a conference.
    draft.title = title.flatMap { title in
      let word = ColumnChoice.folded(title.variants.first?.string ?? "")
      return names.isContainer(word) || names.meaning(of: word)?.label == .title ? nil : title
    }
    draft.zoneName = ["timezone", "timezonename", "timezoneid", "tz"].lazy.compactMap { root.string(of: [$0]) }
      .first { ImportChoices.isZone($0) }
    readDays(fields)
    draft.rooms = known.rooms
    if root["sessions"] != nil { draft.people = known.people }
    if let place = ["venue", "location", "place"].lazy.compactMap({ root[$0] }).first {
      if let object = JSONFields(place, log, isFolded: true) {
        draft.venue = object.name(["name", "title"])
        draft.city = object.string(of: ["city", "town"])
        draft.country = object.string(of: ["country", "countrycode"])
      } else {
        draft.venue = SessionFields.string(place)
      }
    }
    draft.city = draft.city ?? root.string(of: ["city"])
    draft.country = draft.country ?? root.string(of: ["country"])
  }

  /// The year, and the days that the conference has.
  private func readDays(_ fields: SessionFields) {
    let root = fields.object
    days.year =
      [draft.title?.variants.first?.string, root.string(of: ["year"])].lazy
      .compactMap { $0.flatMap(WrittenDays.year) }.first
    let texts = fields.times(.date) + [root.string(of: ["dates"])].compactMap(\.self)
    for line in texts.compactMap({ DateLine($0) }) { days.note(line) }
    guard days.span == nil,
      let start = fields.times(.start).first.flatMap({ LooseTime.moment($0) })?.written.date,
      let end = fields.times(.end).first.flatMap({ LooseTime.moment($0) })?.written.date, start < end,
      end.dayNumber - start.dayNumber < 60
    else { return }
    days.span = start...end
  }
}
