/// What the headings of tables say that is below them; fields of JSON's objects are called so too.
enum TableHeadings {
  typealias Field = WrittenWords.Label

  /// What a heading says: whole, else by the last of its words (`Session Title`), else the first (`Title of the session`,
  /// `Start (UTC)`).
  static func label(_ heading: String) -> Field? {
    let plain = WrittenTitle.plain(heading).lowercased()
    if let label = whole(plain) { return label }
    let words = plain.split { !$0.isLetter }
    guard let first = words.first, let last = words.last, words.count <= 5, heading.utf8.count <= 60 else { return nil }
    let label = specific(last)
    // `Number of the slot`, `Photo de l'orateur`, but `Number of minutes`
    if words.count > 1, asides.contains(String(first)), label != .length { return nil }
    // `date_en`, `title_english`
    if plain.contains("_"), let label = specific(first), [.title, .text, .date].contains(label) { return label }
    let isOf = words.dropFirst().contains { ["of", "de", "du", "der", "des", "la"].contains($0) }
    // `Description de la session`
    if let label { return isOf && label == .title ? specific(first) ?? label : label }
    return isOf || plain.contains("(") ? specific(first) : nil
  }

  /// What a heading says by all of its words, without marks of Markdown.
  static func whole(_ plain: String) -> Field? { WrittenWords.label(plain) ?? phrases[ColumnChoice.folded(plain)] }

  /// What a word among others says; `Speaker Photo` and `Room Capacity` are none of these.
  private static func specific(_ word: Substring) -> Field? {
    switch WrittenWords.label(word) {
    case .title, .start, .end, .time, .date, .length, .room, .people, .track, .text, .language: WrittenWords.label(word)
    default: nil
    }
  }

  /// First words of headings that say how many there are of something, or what else there is to it.
  private static let asides = Set(
    ("number count max maximum photo picture image link email mail type numero numéro nombre nb lien adresse anzahl "
      + "nummer foto bild typ numer imagen enlace tipo").split(separator: " ").map(String.init))

  /// Headings of spreadsheets, Guidebook, Sched, Sessionize and pretalx that their words alone would be misread by, and
  /// those in Spanish, Portuguese and Italian, of which some are words of other things elsewhere; without blanks.
  private static let phrases: [String: Field] = {
    let words: [Field: String] = [
      .title:
        "sessiontitle eventname eventtitle talktitle proposaltitle sessionname hometeam awayteam subject "
        + "titredelasession titredelaseance titulo título titolo actividad atividade attivita attività sesion "
        + "sesión sessao sessão ponencia palestra",
      .date:
        "startdate datedebut startdatum startday fecha data dia día giorno",
      .ignored:
        "enddate datedefin enddatum endday owner firstname lastname speakeremail ownerdate datesubmitted "
        + "ownernotes ownerinformed ownerconfirmed speakerid speakerids roomid tracknumber roomcapacity "
        + "linktomapoptional allowcheckin alldayevent reminderdate remindertime reminderonoff requiredattendees "
        + "jobtitle speakertitle intituledeposte intitulédeposte publicationstatus",
      .start:
        "startat starttime timestart eventstart heurededebut heuredebut scheduledat startsat startdatetime "
        + "eventstarttime sessionstart inicio início inizio horainicio horadeinicio horainício horadeinício "
        + "orainizio oradiinizio",
      .end:
        "endat endtime timeend eventend heuredefin heurefin endsat eventendtime fim fine horafin horadefin "
        + "horafim horadefim orafine oradifine",
      .length:
        "scheduledduration durationminutes lengthminutes duracion duración duracao duração durata",
      .room:
        "roomlocation locationroom roomname venuename venue location sala salon salón salao salão aula",
      .track:
        "scheduletrackoptional scheduletrack eventtype trackname categorie",
      .type:
        "sessiontype sessionformat submissiontype",
      .people:
        "speakernames speakers speakername speakersnames speaker presenters intervenants ponente ponentes "
        + "palestrante palestrantes autor autores relatore relatori orador oradores prenomnom prénomnom nometprenom "
        + "nomprenom nomprénom",
      .id:
        "sessionid proposalid eventid uniqueid",
      .text:
        "description abstract eventdescription sessiondescription descriptionoptional",
      .time:
        "hora horario horário ora orario",
      .place:
        "lugar local luogo",
    ]
    return Dictionary(
      uniqueKeysWithValues: words.flatMap { field, words in
        words.split(separator: " ").map { (String($0), field) }
      })
  }()
}
