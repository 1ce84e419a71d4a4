import Agenda

@testable import Notes

/// Lines of notes on a session under the Chatham House rule, with what must not be in a report of them, and lines that
/// harm nobody.
enum LeakCorpus {
  struct Line {
    var text: String
    /// None of these may be in the report, in whatever case and with whatever accents.
    var secrets: [String]
  }

  struct Somebody {
    var name: String
    var given: String
    var family: String
    var affiliation: String
  }

  static let people: [Somebody] = [
    Somebody(name: "Marie Dubois", given: "Marie", family: "Dubois", affiliation: "Ministère de la Justice"),
    Somebody(name: "Jürgen Müller", given: "Jürgen", family: "Müller", affiliation: "Bundeswahlleiter"),
    Somebody(name: "José Peña Nieto", given: "José", family: "Nieto", affiliation: "Instituto Nacional Electoral"),
    Somebody(name: "Li Wei", given: "Wei", family: "Li", affiliation: "Tsinghua Observers"),
    Somebody(name: "Khalid al-Masri", given: "Khalid", family: "al-Masri", affiliation: "Arab Network for Elections"),
    Somebody(name: "Ilze Kalniņa", given: "Ilze", family: "Kalniņa", affiliation: "Open Counts, Latvia"),
    Somebody(name: "Ruth Adeyemi-Cole", given: "Ruth", family: "Adeyemi-Cole", affiliation: "Lagos Forum"),
    Somebody(name: "Seán O’Brien", given: "Seán", family: "O’Brien", affiliation: "Dublin Electoral Society"),
    Somebody(name: "Zoë van der Berg", given: "Zoë", family: "van der Berg", affiliation: "Kiesraad"),
    Somebody(name: "Иван Петров", given: "Иван", family: "Петров", affiliation: "Голос"),
    Somebody(name: "Γιώργος Παπαδόπουλος", given: "Γιώργος", family: "Παπαδόπουλος", affiliation: "Δίκτυο Πολιτών"),
    Somebody(name: "Łukasz Żółkiewski", given: "Łukasz", family: "Żółkiewski", affiliation: "Fundacja Batorego"),
    Somebody(name: "Nguyễn Thị Hương", given: "Hương", family: "Nguyễn", affiliation: "Saigon Watch"),
    Somebody(name: "Tomás Quiroga", given: "Tomás", family: "Quiroga", affiliation: "Transparencia Austral"),
    Somebody(name: "Jean-Pierre Lefèvre", given: "Jean-Pierre", family: "Lefèvre", affiliation: "OIFE"),
    Somebody(name: "Søren Ågård", given: "Søren", family: "Ågård", affiliation: "Nordic Ballot Group"),
    Somebody(name: "Ngozi Okafor", given: "Ngozi", family: "Okafor", affiliation: "YIAGA"),
  ]

  /// Names that are words, and scripts that part no words.
  static let others: [(name: String, affiliation: String)] = [
    ("Will Grant", "Ballot Trust"), ("Rose May", "Polling Circle"), ("Mark Hope", "Vote Lab"),
    ("An Rivers", "Delta Desk"),
    ("John Doe", "Registry House"), ("محمد الأحمد", "الشبكة العربية"), ("خالد بن يوسف", "مرصد الانتخابات"),
    ("李小龍", "香港觀察"), ("山田 太郎", "選挙監視会"), ("김철수", "선거감시단"), ("สมชาย ใจดี", "พีเน็ต"),
  ]

  static var agenda: Agenda {
    var agenda = ReportSample.agenda
    agenda.people = people.map { person($0.name, $0.affiliation) } + others.map { person($0.name, $0.affiliation) }
    for index in agenda.sessions.indices { agenda.sessions[index].people = [] }
    return agenda
  }

  private static func person(_ name: String, _ affiliation: String) -> Person {
    Person(id: name, name: Text(name), affiliation: Text(affiliation))
  }

  /// What people write of somebody by name, in the ways in which they do.
  static var named: [Line] {
    people.flatMap { person -> [Line] in
      let (family, given) = (person.family, person.given)
      let initial = String(given.prefix(1))
      let texts = [
        "\(person.name) asked for more time", "\(person.name.uppercased()): we cannot accept this",
        "then \(person.name.lowercased()) left the room", "\(family): no objection",
        "- \(family.lowercased()): we object",
        "> The list is wrong — \(person.name)", "- [ ] **Action (\(person.name)):** send the list to all",
        "as Mr \(family) put it, the deadline is too short", "H.E. Ambassador \(family) welcomed it",
        "according to Dr. \(given) \(family), turnout fell", "\(initial). \(family) seconded that",
        "\(family.uppercased()) and others left early", "the text was \(family)’s idea",
        "\(family), \(given): second round",
        "**\(given)** wants the annex first", "ask (\(given)) for the file",
        "[14:05 +05:00] \(person.name.folded) repeats the point",
      ]
      let secrets = Folding.words(person.name).filter { $0.count > 2 && !["van", "der", "thi"].contains($0) }
      return texts.map { Line(text: $0, secrets: secrets) }
    }
  }

  /// Written by hand: other scripts, words that are names, addresses, whom somebody speaks for.
  static let special: [Line] = [
    Line(text: "Muller agreed at once", secrets: ["muller"]),
    Line(text: "Mueller: not in this form", secrets: ["mueller"]),
    Line(text: "mueller wants it struck", secrets: ["mueller"]),
    Line(text: "JOSE PENA asked why", secrets: ["jose", "pena"]),
    Line(text: "Mr Li said no", secrets: ["li"]), Line(text: "mr. li: no", secrets: ["li"]),
    Line(text: "Li would not sign", secrets: ["li"]), Line(text: "LI: never", secrets: ["li"]),
    Line(text: "Wei Li will draft it", secrets: ["li", "wei"]),
    Line(text: "El Masri and two others", secrets: ["masri"]),
    Line(text: "ElMasri objected", secrets: ["elmasri", "masri"]), Line(text: "Al Masri's paper", secrets: ["masri"]),
    Line(text: "Khalid AlMasri", secrets: ["khalid", "almasri"]), Line(text: "O'Brien spoke twice", secrets: ["brien"]),
    Line(text: "obrien: fine", secrets: ["obrien"]), Line(text: "Obrien spoke twice", secrets: ["obrien"]),
    Line(text: "Ms van der Berg chairs it", secrets: ["berg"]),
    Line(text: "Soeren Aagaard", secrets: ["soeren", "aagaard"]),
    Line(text: "Adeyemi-Cole: two of them were replaced", secrets: ["adeyemi", "cole"]),
    Line(text: "Cole disagreed", secrets: ["cole"]), Line(text: "J.D. will circulate it", secrets: ["j.d"]),
    Line(text: "JD: not before Monday", secrets: ["jd"]), Line(text: "action for JD", secrets: ["jd"]),
    Line(text: "M.D. asked again", secrets: ["m.d"]),
    Line(text: "Will Grant said so", secrets: ["will grant", "grant"]),
    Line(text: "Grant: we pay nothing", secrets: ["grant"]), Line(text: "Rose thinks it is late", secrets: ["rose"]),
    Line(text: "Rose May: too late", secrets: ["rose may"]), Line(text: "Mark agreed", secrets: ["mark"]),
    Line(text: "ask Hope for the minutes", secrets: ["hope"]), Line(text: "An objected", secrets: ["an objected"]),
    Line(text: "Ms Hope and Mr Grant will meet", secrets: ["hope", "grant"]),
    Line(text: "mark hope: yes", secrets: ["mark hope"]),
    Line(text: "قال محمد الأحمد إن القائمة ناقصة", secrets: ["محمد", "احمد"]),
    Line(text: "وقال السيد الأحمد: لا نوافق", secrets: ["احمد"]), Line(text: "للأحمد رأي آخر", secrets: ["احمد"]),
    Line(text: "اقترح خالد بن يوسف تأجيل الجلسة", secrets: ["خالد", "يوسف"]),
    Line(text: "ومحمد الأحمد أيضا", secrets: ["احمد"]),
    Line(text: "طلب مندوب روريتانيا الكلمة", secrets: ["روريتانيا"]),
    Line(text: "李小龍表示反對", secrets: ["李小龍", "小龍"]), Line(text: "李先生說不行", secrets: ["李先生"]),
    Line(text: "山田太郎が賛成した", secrets: ["山田", "太郎"]), Line(text: "山田さんは反対", secrets: ["山田"]),
    Line(text: "김철수는 반대했다", secrets: ["김철수"]), Line(text: "คุณสมชาย ใจดี ไม่เห็นด้วย", secrets: ["สมชาย"]),
    Line(text: "Петров: нет", secrets: ["петров"]), Line(text: "г-н Петров против", secrets: ["петров"]),
    Line(text: "возражение Петрова", secrets: ["петров"]),
    Line(text: "представитель России против", secrets: ["росси"]),
    Line(text: "mail marie.dubois@justice.example for it", secrets: ["dubois", "justice.example"]),
    Line(text: "see <https://example.org/~mdubois/notes.html>", secrets: ["dubois"]),
    Line(text: "https://twitter.com/zvanderberg has a thread", secrets: ["vanderberg"]),
    Line(text: "as @tquiroga wrote", secrets: ["quiroga"]),
    Line(text: "liwei@mail.example has the file", secrets: ["liwei"]),
    Line(text: "write to [her](mailto:rose.may@polling.example)", secrets: ["rose.may"]),
    Line(text: "slides: https://example.org/files/M%C3%BCller-2017.pdf", secrets: ["ller-2017", "muller"]),
    Line(text: "https://www.linkedin.com/in/ngozi-okafor-1a2b", secrets: ["okafor"]),
    Line(text: "(The delegate of Ruritania) asked for the floor", secrets: ["ruritania", "delegate"]),
    Line(text: "The representative of the Republic of Ruritania objects", secrets: ["ruritania"]),
    Line(text: "the ambassador of France walked out", secrets: ["france"]),
    Line(text: "H.E. the Ambassador of Saint Kitts and Nevis spoke", secrets: ["kitts", "nevis"]),
    Line(
      text: "the chair of the Electoral Commission of Ruritania regrets it",
      secrets: ["ruritania", "electoral commission"]),
    Line(text: "Ruritania's permanent representative left", secrets: ["ruritania"]),
    Line(text: "the Ruritanian delegation abstained", secrets: ["ruritanian"]),
    Line(text: "la déléguée de la Ruritanie s'abstient", secrets: ["ruritanie"]),
    Line(text: "el representante de Chile pide la palabra", secrets: ["chile"]),
    Line(
      text: "der Vertreter Österreichs von Wien sagt nein; die Botschafterin von Ruritanien auch",
      secrets: ["ruritanien"]),
    Line(text: "the delegate for Ruritania: no", secrets: ["ruritania"]),
    Line(text: "delegate of ruritania: no", secrets: ["ruritania"]),
    Line(text: "YIAGA will host it", secrets: ["yiaga"]), Line(text: "the Lagos Forum objects", secrets: ["lagos"]),
    Line(text: "so says the instituto nacional electoral", secrets: ["instituto"]),
    Line(text: "INE has the data", secrets: ["ine has"]),
    Line(text: "the Arab Network for Elections paid", secrets: ["arab network"]),
    Line(text: "Mr Tremblay, who came late, agreed", secrets: ["tremblay"]),
    Line(text: "Ambassador Okonkwo spoke of the list", secrets: ["okonkwo"]),
    Line(text: "the answer of Minister Tanaka was late", secrets: ["tanaka"]),
    Line(text: "Delegate Marisol asked for the date", secrets: ["marisol"]),
    Line(text: "ms. ferrante: no", secrets: ["ferrante"]),
    Line(text: "#MarieDubois", secrets: ["dubois"]), Line(text: "MDubois to check", secrets: ["dubois"]),
    Line(text: "dubois/müller: joint text", secrets: ["dubois", "muller"]),
    Line(text: "*Du*bois? Dubois!", secrets: ["dubois!"]),
    Line(text: "Dubois2017.docx has it", secrets: ["dubois"]), Line(text: "mme dubois (justice)", secrets: ["dubois"]),
    Line(text: "M. Dubois et Mme Lefevre sont d'accord", secrets: ["dubois", "lefevre"]),
    Line(text: "Jean Pierre has doubts", secrets: ["pierre"]),
    Line(text: "JP Lefèvre: two points", secrets: ["lefevre"]),
    Line(text: "Zolkiewski wants a vote", secrets: ["zolkiewski"]), Line(text: "ŻÓŁKIEWSKI!", secrets: ["zolkiewski"]),
    Line(text: "Kalninas proposal", secrets: ["kalnina"]), Line(text: "with Kalniņai's consent", secrets: ["kalnina"]),
    Line(text: "Huong spoke last", secrets: ["huong"]), Line(text: "Ms Nguyen: yes", secrets: ["nguyen"]),
    Line(text: "παπαδοπουλος: όχι", secrets: ["παπαδοπουλο"]), Line(text: "Ｄｕｂｏｉｓ：はい", secrets: ["dubois"]),
    Line(text: "Du\u{AD}bois has left", secrets: ["dubois"]), Line(text: "Dubois\u{200D} said so", secrets: ["dubois"]),
  ]

  /// What has to stay as it is: the words of a day's notes, those among them that are somebody's name too.
  static let harmless = """
    The chair opened the meeting at nine
    We may go on after lunch
    It will take two years to register all voters
    Turnout rose by four points
    Mark the date in the calendar
    The group hopes for a reply
    There is hope for a second round
    They will grant access to all observers
    An agreement is near
    May we see the list of stations?
    Elections are held in May 2018
    On 12 May the results were published
    The grant runs until 2019
    Will there be a second survey?
    The vote was free and fair
    - **Decision:** the survey is repeated next year
    - [ ] **Action:** send the questionnaire to all
    - **Question:** who pays for the second survey?
    Results by station are law in 31 countries, done in 19
    41 % doubt the count, 12 % had seen one
    Observers are known by 8 %
    # What the survey says
    [14:10 +10:00] The floor is open
    Paragraph 12 needs another verb
    See the UN guidelines on this
    OSCE and EU missions differ in length
    The ICCPR binds all parties
    Representatives of civil society were heard
    Delegates from all regions took part
    The sample is representative of the population
    The delegation arrived late
    The ambassador spoke about dignity
    No objection
    Coffee break until eleven
    Next steps: a draft by Friday
    Note: this is provisional
    Agreed: two observers a station
    Budget: 30,000
    Point of order
    The law of the land applies
    A small group will draft the text
    Rural areas are behind
    The rule of law comes first
    Young voters stay at home
    Women hold nine seats of forty
    The court has the last word
    Ballots are counted twice
    The list of candidates is closed
    It is a mark of trust
    He rose to leave
    She may not vote
    Who will mark the ballots?
    The rose garden is closed
    In the long run it is cheaper
    A grant of five million
    Hope is not a plan
    Public trust falls where results come late
    Every station posts its results
    The count is open to all parties
    Media access was refused in two towns
    There are 1,200 stations in the capital
    Training takes three days
    > Trust takes years to build
    > We cannot go on like this
    The session ends at half past three
    The next session is on complaints
    Complaints are handled within ten days
    The deadline is 12 March
    Annex B has the figures
    Article 25 is the basis
    The draft has 60 paragraphs
    Paragraphs 3 to 9 are agreed
    The text is in brackets
    No consensus on paragraph 14
    A vote is not foreseen
    It was said that this is too early
    Others want to go further
    Some asked for more time
    The majority is in favour
    A footnote could help
    The secretariat will circulate the text
    The working group meets again at six
    Lunch is at half past twelve
    Interpretation ends at six
    Please speak slowly
    La séance est ouverte
    Le texte sera distribué demain
    Il faut plus de temps
    Se levanta la sesión
    Die Sitzung ist geschlossen
    الجلسة مفتوحة
    会议开始
    会議を始める
    Заседание открыто
    Pilot in three districts
    Digital tools do not replace trust
    The register has errors
    The register is public
    Dead voters: 2 %
    Postal votes are rising
    Observers need a permit
    The code of conduct is binding
    Security forces stay outside
    Power cuts are frequent
    Rain kept people at home
    Roads are bad in the north
    Costs rose again
    The price of a ballot is two cents
    A new law is in preparation
    It is up to parliament
    See https://example.org/forms?a=1&b=2
    See the handbook at www.example.org/handbook
    Contact: info@conference.example
    From 9 to 11, then a break
    2 + 2 = 4
    TODO: check the figures
    Thanks to all
    """.split(separator: "\n").map(String.init)
}

extension String {
  fileprivate var folded: String { Folding.folded(self) }
}
