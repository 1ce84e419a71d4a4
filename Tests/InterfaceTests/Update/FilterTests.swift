import Agenda
import Catalogue
import Cells
import Testing

@testable import Interface

struct FilterTests {
  private func ids(_ story: Story) -> [String] { story.app.world.programme.rows.map(\.id) }

  @Test("Room, track, person and stars narrow one another, and f c takes all away")
  func combine() throws {
    var story = try Story(Sample.busy(), at: Sample.at(4, 9, 10))
    story.press("f", "r")
    story.type("janson")
    story.press(.enter)
    #expect(ids(story) == ["welcome", "panel", "clash"])
    story.press("f", "p")
    story.type("zoë")
    story.press(.enter)
    #expect(ids(story) == ["welcome", "panel"])
    #expect(story.status.contains("Only Janson, Zoë Müller. f c shows all again."))
    #expect(story.shows("f c clears  1/2"))
    story.press(.down, "*", "f", "s")
    #expect(ids(story) == ["panel"])
    story.check("filtered three times")
    story.press("f", "c")
    #expect(ids(story).count == 7)
    #expect(story.selected == "panel")
    #expect(!story.shows("f c clears"))
  }

  @Test(
    "A filter that takes the selected session away leads to what is on in its place, or next",
    arguments: [
      ("panel", "aw1", "index"), ("welcome", "aw1", "index"), ("walk", "k.1", "tablets"), ("clash", "k.1", "tablets"),
    ])
  func nearest(_ selected: String, _ room: String, _ expected: String) throws {
    var story = try Story(Sample.busy(), at: Sample.at(4, 9, 10))
    story.press("g")
    for _ in 0..<7 where story.selected != selected { story.press(.down) }
    #expect(story.selected == selected)
    story.press("f", "r")
    story.type(room)
    story.press(.enter)
    #expect(story.selected == expected)
  }

  @Test("A box counts what passes the other filters, and offers nothing that would leave nothing")
  func counts() throws {
    var story = try Story(Sample.busy(), width: 80, at: Sample.at(4, 9, 10))
    story.press("f", "t")
    #expect(story.lines.contains { $0.contains("MS  Main stage") && $0.contains("4 │") })
    story.press(.escape, "f", "r")
    story.type("aw1")
    story.press(.enter, "f", "t")
    #expect(story.lines.contains { $0.contains("Da  Databases") && $0.contains("2 │") })
    #expect(!story.shows("Main stage"))
    // The room's own filter does not hide the other rooms.
    story.press(.escape, "f", "r")
    #expect(story.shows("Janson"))
  }

  @Test("A filter that nothing of this day passes leads to the first day with something")
  func otherDay() throws {
    var story = try Story(Sample.busy(), at: Sample.at(5, 16))
    #expect(story.title.contains("[Tue 5]"))
    story.press("f", "t")
    story.type("mobile")
    story.press(.enter)
    #expect(story.title.contains("[Mon 4]"))
    #expect(ids(story) == ["phones", "tablets"])
  }

  @Test("An agenda without rooms or tracks says so")
  func missing() throws {
    var agenda = Sample.agenda()
    (agenda.rooms, agenda.tracks) = ([], [])
    var story = try Story(agenda)
    story.press("f", "r")
    #expect(story.message == "This agenda names no rooms")
    story.press("f", "t")
    #expect(story.message == "This agenda has no tracks")
  }

  @Test("Each track has letters of its own in the list and in help; a single track needs none")
  func signs() throws {
    var story = try Story(Sample.busy(), at: Sample.at(4, 9, 10))
    #expect(story.app.world.tracks.map(\.sign) == ["MS", "Mo", "Da"])
    #expect(story.shows("09:30-10:30   Mo Phones"))
    #expect(story.shows("09:30-12:00   Da An index"))
    story.press("?")
    story.type("databases")
    #expect(story.lines.contains { $0.contains("Databases") && $0.contains("Da │") })
    #expect(try Story().app.world.tracks.isEmpty)
  }

  @Test("Tracks whose initials are the same have letters that suggest them and tell each from all others")
  func letters() {
    #expect(
      TrackLetters([
        "Open Media devroom", "Go devroom", "Rust devroom", "Software Defined Radio devroom", "GCC (GNU Toolchain)",
        "Databases devroom", "Open Source Design devroom", "BSD devroom", "Main Track", "開源新手村",
        "Geospatial devroom", "Legal & Policy", "Python",
      ]).signs == [
        "OpMe", "Go", "Rust", "SDR", "GCC", "Data", "OSD", "BSD", "MaTr", "開源", "Geos", "LePo", "Pyth",
      ])
    // Of few two letters suggest enough, and of different initials one.
    #expect(TrackLetters(["Main stage", "Mobile", "Databases"]).signs == ["MS", "Mo", "Da"])
    #expect(TrackLetters(["Main stage", "Phones", "Databases"]).signs == ["M", "P", "D"])
  }

  @Test("However many tracks there are, and however alike they are called, no two have the same sign")
  func manyTracks() throws {
    let alike = ["Dev Room", "DevRoom", "Dev  Room", "dev room", "DEV ROOM", "", " ", "–"]
    for names in [alike, (0..<80).map { "Track \($0)" }, (0..<2_000).map { _ in "The same" }] {
      let signs = TrackLetters(names).signs
      #expect(Set(signs).count == names.count)
      #expect(signs.allSatisfy { !$0.isEmpty && displayWidth($0) <= 4 }, "\(signs.prefix(20))")
    }
  }

  @Test("A track's colour can be read on its background", arguments: [Theme.Name.dark, .light, .mono])
  func colors(name: Theme.Name) {
    let theme = Theme(name)
    let black = TrackColor.style("#000000", index: 0, theme: theme).foreground
    let white = TrackColor.style("#ffffff", index: 0, theme: theme).foreground
    switch name {
    case .dark: #expect(black != .indexed(16) && white == .indexed(231))
    case .light: #expect(black == .indexed(16) && white != .indexed(231))
    case .mono: #expect(black == .terminal && white == .terminal)
    }
  }
}
