/// Everything that is asked of a catalogue; each is prepared when it is first asked, and kept.
enum Query: Int, CaseIterable {
  case facets, daySessions, sessionsOfPerson, sessionPeople, sessionsOfRoom, person, part,
    sessionByNumber
  case sessionText, items, participations, links, addresses, numberOf
  case meetings, meeting, documents, document
  case current, comingUp, comingUpInRoom, during, fitting, sameTitle, choices, anyChoice, choice, choiceCount,
    foldedPeople, vocabulary, find, count, page

  private static let row = """
    SELECT s.number, s.id, s.day, s.title, s.kind, s.start, s.end, s.room, s.place, s.track, s.optional,
      s.attribution, s.status, s.late, s.until FROM session s
    """

  var sql: String {
    switch self {
    case .facets: "SELECT bytes FROM facets"
    case .daySessions: Query.row + " WHERE s.number BETWEEN ?1 AND ?2 ORDER BY s.number"
    case .sessionsOfPerson:
      """
      SELECT a.session FROM appearance a WHERE a.person = (SELECT person FROM person WHERE id = ?1 LIMIT 1)
        ORDER BY a.session
      """
    case .sessionPeople: "SELECT bytes FROM sessionPeople"
    case .sessionsOfRoom: Query.row + " WHERE s.room = ?1 ORDER BY s.number"
    case .person: "SELECT name, role, affiliation, bio FROM person WHERE id = ?1 ORDER BY person LIMIT 1"
    case .part:
      """
      SELECT a.part FROM participation a JOIN person p USING (person) WHERE a.session = ?1 AND p.id = ?2
        ORDER BY a.item, a.position LIMIT 1
      """
    case .sessionByNumber: Query.row + " WHERE s.number = ?1"
    case .sessionText: "SELECT \(Schema.listed(SessionPage.columns.map(\.name))) FROM sessionText WHERE number = ?1"
    case .items: "SELECT position, title FROM item WHERE session = ?1 ORDER BY position"
    case .participations:
      """
      SELECT a.item, p.id, p.name, a.part, p.role, p.affiliation FROM participation a JOIN person p USING (person)
        WHERE a.session = ?1 ORDER BY a.item, a.position
      """
    case .links:
      """
      SELECT l.item, p.type, p.id, p.title, p.detail, p.time FROM link l JOIN page p ON p.number = l.target
        WHERE l.page = ?1 ORDER BY l.item, l.position
      """
    case .addresses: "SELECT title, url FROM address WHERE page = ?1 ORDER BY position"
    case .numberOf: "SELECT number FROM page WHERE id = ?1 AND type = ?2 ORDER BY number LIMIT 1"
    case .meetings:
      """
      SELECT p.id, p.title, m.kind, m.date, m.place FROM meeting m JOIN page p USING (number) ORDER BY m.number
      """
    case .meeting:
      """
      SELECT p.title, m.kind, m.date, m.place, m.participants, m.focus, m.outcome, m.text
        FROM meeting m JOIN page p USING (number) WHERE m.number = ?1
      """
    case .documents: "SELECT p.id, p.title, d.kind FROM document d JOIN page p USING (number) ORDER BY d.number"
    case .document: "SELECT p.title, d.kind, d.text FROM document d JOIN page p USING (number) WHERE d.number = ?1"
    case .current: Query.row + " WHERE s.start <= ?1 AND s.start > ?2 AND s.until > ?1 ORDER BY s.number"
    case .comingUp: Query.row + " WHERE s.start > ?1 AND s.status <> ?2 ORDER BY s.start, s.number LIMIT ?3"
    case .comingUpInRoom:
      Query.row + " WHERE s.room = ?4 AND s.start > ?1 AND s.status <> ?2 ORDER BY s.start, s.number LIMIT ?3"
    case .during:
      Query.row + " WHERE s.start < ?2 AND s.start > ?3 AND s.until > ?1 AND s.number <> ?4 ORDER BY s.number LIMIT ?5"
    case .fitting:
      Query.row
        + " WHERE s.start >= ?1 AND s.start < ?2 AND s.until <= ?2 AND s.status <> ?3 AND s.kind <> ?4"
        + " ORDER BY s.start, s.number LIMIT ?5"
    case .sameTitle: Query.row + " WHERE s.title = ?1 AND s.number <> ?2 AND s.status <> ?3 ORDER BY s.number LIMIT ?4"
    case .choices: "SELECT id, name, count FROM choice WHERE facet = ?1 ORDER BY position"
    case .anyChoice: "SELECT 1 FROM choice WHERE facet = ?1 LIMIT 1"
    case .choice: "SELECT id, name, count FROM choice WHERE facet = ?1 AND position = ?2"
    case .choiceCount: "SELECT count FROM foldedPeople"
    case .foldedPeople: "SELECT bytes FROM foldedPeople"
    case .vocabulary: "SELECT bytes FROM vocabulary"
    case .find: "SELECT rowid FROM find WHERE find MATCH ?1 AND rowid BETWEEN ?2 AND ?3 ORDER BY rank"
    case .count: "SELECT rowid FROM find WHERE find MATCH ?1 AND rowid BETWEEN ?2 AND ?3 LIMIT ?4"
    case .page: "SELECT type, id, detail, title, people, place, text, time FROM page WHERE number = ?1"
    }
  }
}
