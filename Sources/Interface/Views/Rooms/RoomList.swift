import Agenda
import Catalogue

/// What is on in every room, and what comes next there.
struct RoomList {
  /// What the list was made from; another one asks for another list.
  struct Made: Equatable {
    private let minute: Int64
    private let marks: Int
    private let edition: Int
    private let zone: String?

    init(_ world: World) {
      minute = world.clock.nextMinute.seconds
      (marks, edition, zone) = (world.markRevision, world.edition, world.ownZone?.identifier)
    }
  }

  struct Entry: Equatable {
    var id: Room.ID
    var name: String
    /// What is on, that began last; nil where nothing is.
    var current: SessionRow?
    /// How many more are on at once.
    var further = 0
    var next: SessionRow?
  }

  /// In the order of the file; those without any session are left out.
  private(set) var entries: [Entry] = []

  init() {}

  init(_ world: World) {
    let (catalogue, now) = (world.catalogue, world.clock.now)
    let running = Dictionary(grouping: catalogue.current(at: now)) { $0.roomNumber }
    let used = Set(catalogue.choices(.room).map(\.id))
    for (number, room) in catalogue.allRooms.enumerated() where used.contains(room.id) {
      var entry = Entry(id: room.id, name: room.name)
      let own = running[number] ?? []
      entry.current = own.max { $0.start < $1.start }
      entry.further = max(0, own.count - 1)
      entry.next = catalogue.comingUp(after: now, inRoom: number, limit: 1).first
      entries.append(entry)
    }
  }
}
