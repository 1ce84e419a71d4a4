import Agenda

/// Words that people write agendas and tables with, in English, French and German, small and without accents' marks left
/// out: what a label says that its value is.
enum WrittenWords {
  /// What a value is of, by the word before its colon or above its column.
  enum Label: String, CaseIterable, Hashable {
    case title, start, end, time, date, length, room, place, people, track, text, language, type, id, status, optional
    case rule, url, items, documents, background, links, attachments, ignored
  }

  private static let labels: [String: Label] = {
    let lists: [(Label, String)] = [
      (
        .title,
        "title titles titel titre session séance talk name topic subject sujet thema event activity activité veranstaltung "
          + "programmpunkt vortrag intitulé agenda programme program séances sessions betreff item proposal_title"
      ),
      (.start, "start starts begin begins beginn anfang début von from startzeit beginnt debut startsat starttime"),
      (.end, "end ends ende fin bis to until à endzeit endet endsat endtime finish"),
      (
        .time,
        "time times when heure horaire horaires heures zeit uhrzeit zeiten quand wann slot timeslot hour hours créneau"
      ),
      (.date, "date day datum tag jour dates"),
      (.length, "duration length dauer durée minutes min duree länge"),
      (.room, "room rooms raum räume saal salle salles hall stage bühne scène auditorium zimmer"),
      (.place, "place location venue where lieu où ort wo emplacement locations"),
      (
        .people,
        "with by speaker speakers presenter presenters people persons facilitator facilitators moderator moderators "
          + "chair chairs chairperson host hosts panel panellists panelists lead leads author authors intervenant intervenants "
          + "intervenante intervenantes orateur orateurs oratrice oratrices avec par modérateur modératrice animateur animatrice "
          + "animation présidence modération mit moderation referent referenten referentin referentinnen sprecher sprecherin "
          + "vortragende vortragender teilnehmer teilnehmerin teilnehmende attendees responsible responsable verantwortlich who wer qui leitung personnes participants speaker(s) facilitator(s) auteur auteurs conférencier"
      ),
      (
        .track,
        "track tracks theme themes stream thème parcours filière rubrique strand category categories kategorie "
          + "catégorie schiene strang"
      ),
      (
        .text,
        "description abstract summary text desc body beschreibung résumé zusammenfassung inhalt details contenu détails content"
      ),
      (.language, "language lang langue sprache"),
      (.type, "type format kind art typ genre"),
      (.id, "id code identifier uid guid number nr kennung identifiant"),
      (.status, "status state statut état zustand"),
      (.optional, "optional facultatif facultative"),
      (.rule, "attribution rule rules règle regel"),
      (.url, "url link website lien webseite page"),
      (.items, "items points"), (.documents, "documents dokumente"), (.background, "background contexte hintergrund"),
      (.links, "links liens"), (.attachments, "attachments anhänge"),
    ]
    var table: [String: Label] = [:]
    for (label, words) in lists { for word in words.split(separator: " ") { table[String(word)] = label } }
    for (label, phrases) in [
      (Label.items, ["in this session", "dans cette séance"]), (.attachments, ["pièces jointes"]),
      (.language, ["language of the talk"]),
    ] { for phrase in phrases { table[phrase] = label } }
    return table
  }()

  /// What a word or a few are the label of; nil where they are none.
  static func label(_ text: some StringProtocol) -> Label? {
    guard text.utf8.count <= 40 else { return nil }
    return labels[text.lowercased()]
  }

  /// `Room: Hall 1` as label and value; nil of any other line.
  static func labelled(_ line: Substring) -> (label: Label, value: Substring)? {
    guard let colon = line.prefix(44).firstIndex(of: ":") else { return nil }
    var head = line[..<colon]
    while head.last == " " || head.last == "\u{A0}" || head.last == "*" || head.last == "_" { head.removeLast() }
    while head.first == "*" || head.first == "_" { head.removeFirst() }
    guard let label = label(head) else { return nil }
    var value = line[line.index(after: colon)...]
    while let first = value.first, first == " " || first == "\u{A0}" || first == "*" || first == "_" {
      value.removeFirst()
    }
    return (label, value)
  }

  private static let placeWords: Set<String> = ["location", "venue", "place", "room", "lieu", "salle", "ort", "raum"]

  /// Whether a word of it is one for a place.
  static func namesPlace(_ text: some StringProtocol) -> Bool {
    text.utf8.count <= 60 && text.lowercased().split { !$0.isLetter }.contains { placeWords.contains(String($0)) }
  }

  /// Whether a place is said not to be known yet: `TBD`, `location to be announced`, `lieu à préciser`.
  static func isUnknownPlace(_ text: some StringProtocol) -> Bool {
    guard text.utf8.count <= 60, !text.utf8.contains(where: { (0x30...0x39).contains($0) }) else { return false }
    let words = text.lowercased().split { !$0.isLetter }.filter {
      !placeWords.contains(String($0)) && !["the", "le", "la"].contains($0)
    }
    return [
      "tbd", "tba", "tbc", "to be announced", "to be determined", "to be confirmed", "to be decided", "à préciser",
      "à confirmer", "à déterminer", "à définir", "a definir", "por definir", "a confirmar", "por confirmar",
      "da definire", "wird bekanntgegeben", "noch offen", "n n",
    ].contains(words.joined(separator: " "))
  }

  /// Whether what stands in the place of a name says that nobody is known yet, or that all are meant: `Speaker TBA`,
  /// `Todos`.
  static func isNobody(_ text: some StringProtocol) -> Bool {
    guard text.utf8.count <= 60 else { return false }
    let words = text.lowercased().split { !$0.isLetter }.filter {
      !["speaker", "speakers", "presenter", "name", "palestrante", "orateur", "the", "le", "la"].contains($0)
    }
    let rest = words.joined(separator: " ")
    return isUnknownPlace(rest)
      || ["all", "everyone", "everybody", "todos", "todas", "tous", "toutes", "alle", "tutti", "various", "none", "na"]
        .contains(rest)
  }

  /// The rule that a text speaks of; the strictest of several, nil where it speaks of none.
  static func rule(in text: some StringProtocol) -> Session.Attribution? {
    let hasWord = ["ecord", "ECORD", "hatham", "HATHAM", "onfidentiel", "icro"].contains { text.has(part: $0) }
    guard hasWord else { return nil }
    let folded = String(text.lowercased().map { $0 == "-" || $0 == "\n" || $0 == "\u{A0}" ? " " : $0 })
    for phrase in ["off the record", "confidentiel : ne pas rapporter", "hors micro"] where folded.has(part: phrase) {
      return .offTheRecord
    }
    return folded.has(part: "chatham house") ? .chathamHouse : nil
  }

  /// A word or two in brackets, or among the facts of a session, that say one thing of it.
  enum Mark: Equatable {
    case optional, tentative, cancelled
    case rule(Session.Attribution)
  }

  static func mark(_ text: some StringProtocol) -> Mark? {
    guard text.utf8.count <= 40 else { return nil }
    let word = text.lowercased()
    switch word {
    case "optional", "facultatif", "facultative", "optionnel", "optionnelle", "freiwillig": return .optional
    case "tentative", "provisional", "provisoire", "to be confirmed", "tbc", "à confirmer", "vorläufig":
      return .tentative
    case "cancelled", "canceled", "annulé", "annulée", "abgesagt", "entfällt": return .cancelled
    case "confidentiel", "confidentielle", "vertraulich": return .rule(.offTheRecord)
    default: break
    }
    return word.utf8.count <= 30 ? rule(in: word).map { .rule($0) } : nil
  }
}
