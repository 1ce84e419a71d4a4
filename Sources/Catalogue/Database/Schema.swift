import Agenda

/// The tables of a catalogue.
///
/// They hold data and the bundle's own texts, but no words of ours: those are the reader's language's, which may change.
/// Every page has a number; sessions come first, in the order in which they are shown, so
/// that a day is a span of numbers and needs no index.
enum Schema {
  /// Raised whenever what is put into the tables changes: older files are then compiled anew, as where the tables change.
  static let version: Int64 = 11
  /// `PLNY`, in the header of every file.
  static let applicationID: Int64 = 0x504C_4E59

  static let building = """
    PRAGMA page_size = 4096;
    PRAGMA application_id = \(applicationID);
    PRAGMA user_version = \(version);
    PRAGMA journal_mode = OFF;
    PRAGMA synchronous = OFF;
    PRAGMA locking_mode = EXCLUSIVE;
    PRAGMA temp_store = MEMORY;
    """

  /// What the start reads comes first, so that it lies in the first pages of the file.
  static let tables = """
    CREATE TABLE origin(key INT, signature INT, settled INT, bundle TEXT);
    CREATE TABLE conference(
      id TEXT, title TEXT, subtitle TEXT, venue TEXT, city TEXT, country TEXT, zone TEXT, start INT, end INT,
      status TEXT, version TEXT, published INT, notice TEXT, about TEXT, url TEXT, problems INT,
      longest INT, dayChange INT, states INT);
    CREATE TABLE organizer(name TEXT);
    CREATE TABLE transition(start INT, offset INT, abbreviation TEXT);
    CREATE TABLE day(
      day INTEGER PRIMARY KEY, date INT, count INT);
    CREATE TABLE room(room INTEGER PRIMARY KEY, id TEXT, name TEXT, way TEXT);
    CREATE TABLE track(track INTEGER PRIMARY KEY, id TEXT, name TEXT, color TEXT);
    CREATE TABLE facets(bytes BLOB);
    CREATE TABLE sessionPeople(bytes BLOB);
    CREATE TABLE session(
      number INTEGER PRIMARY KEY, id TEXT, day INT, title TEXT, kind INT, start INT, end INT, until INT, room INT,
      place TEXT, track INT, optional INT, attribution INT, status INT, late INT);
    CREATE TABLE sessionText(number INTEGER PRIMARY KEY, \(listed(SessionPage.columns.map { $0.name + " TEXT" })));
    CREATE TABLE item(session INT, position INT, title TEXT, PRIMARY KEY(session, position)) WITHOUT ROWID;
    CREATE TABLE person(
      person INTEGER PRIMARY KEY, id TEXT, name TEXT, role TEXT, affiliation TEXT, bio TEXT);
    CREATE TABLE participation(
      session INT, item INT, position INT, person INT, part TEXT,
      PRIMARY KEY(session, item, position)) WITHOUT ROWID;
    CREATE TABLE appearance(person INT, session INT, PRIMARY KEY(person, session)) WITHOUT ROWID;
    CREATE TABLE meeting(
      number INTEGER PRIMARY KEY, kind INT, date INT, place TEXT, participants TEXT, focus TEXT, outcome TEXT,
      text TEXT);
    CREATE TABLE document(number INTEGER PRIMARY KEY, kind TEXT, text TEXT);
    CREATE TABLE link(page INT, item INT, position INT, target INT, PRIMARY KEY(page, item, position)) WITHOUT ROWID;
    CREATE TABLE address(page INT, position INT, title TEXT, url TEXT, PRIMARY KEY(page, position)) WITHOUT ROWID;
    CREATE TABLE choice(facet INT, position INT, id TEXT, name TEXT, count INT, PRIMARY KEY(facet, position))
      WITHOUT ROWID;
    CREATE TABLE foldedPeople(count INT, bytes BLOB);
    CREATE TABLE vocabulary(bytes BLOB);
    CREATE TABLE page(
      number INTEGER PRIMARY KEY, type INT, id TEXT, detail TEXT, time INT, title TEXT, people TEXT, place TEXT,
      text TEXT);
    CREATE VIRTUAL TABLE find USING fts5(
      title, people, place, text, content='page', content_rowid='number', tokenize='\(SearchTokenizer.name)',
      prefix='1 2 3');
    """

  static func listed(_ columns: [String]) -> String { columns.joined(separator: ", ") }

  /// Made once the tables are full, which is quicker than keeping them up to date.
  static let indices = """
    CREATE INDEX pageByID ON page(id, type);
    CREATE INDEX sessionByStart ON session(start, until);
    CREATE INDEX sessionByRoom ON session(room, start) WHERE room IS NOT NULL;
    CREATE INDEX personByID ON person(id);
    """

  /// Words of a title weigh most, then people, then places, then the text.
  static let rank = "INSERT INTO find(find, rank) VALUES('rank', 'bm25(10.0, 4.0, 2.0, 1.0)')"
}

/// The numbers that stand for cases in the database: a case's place among all, checked on the way out.
protocol Coded: CaseIterable, Equatable {}

extension Coded {
  var code: Int { Array(Self.allCases).firstIndex(of: self) ?? 0 }

  /// Nil for a number that stands for nothing.
  init?(code: Int64) {
    let all = Array(Self.allCases)
    guard code >= 0, code < all.count else { return nil }
    self = all[Int(code)]
  }
}

extension Session.Kind: Coded {}
extension Session.Attribution: Coded {}
extension Session.Status: Coded {}
extension Meeting.Kind: Coded {}

extension PartialDate {
  /// Its digits: 20160614, 20160600, 20160000.
  var code: Int { year * 10_000 + (month ?? 0) * 100 + (day ?? 0) }

  /// Nil for a number that is no date.
  init?(code: Int64) {
    guard code >= 0, code < 100_000_000 else { return nil }
    let (year, month, day) = (Int(code / 10_000), Int(code / 100 % 100), Int(code % 100))
    self.init(year: year, month: month == 0 ? nil : month, day: day == 0 ? nil : day)
  }
}

extension Subject.Kind: Coded {}

extension Instant {
  /// Held inside the years 1 to 9999: a damaged number must not make somebody's arithmetic overflow.
  init(catalogued seconds: Int64) { self.init(seconds: min(max(seconds, -62_135_596_800), 253_402_300_799)) }
}
