import Agenda
import Markup

extension AgendaBuilder {
  /// A session; where nothing says when it is, one at the beginning of a day that says so itself.
  func session(_ draft: SessionDraft) -> Session {
    var draft = draft
    draft.takeWrittenMarks()
    let place = draft.place
    let isTimed = draft.start != nil
    let (start, end) = isTimed ? span(of: draft) : (unknownStart(of: draft), nil)
    var title = texts.line(draft.title, at: place)
    if title == nil { log.report(.session(.noTitleOfSession), at: place) }
    var status = draft.status
    if status == nil { (title, status) = cancelled(title, at: place) }
    let shown = title ?? Text.untitled
    var session = Session(id: id(of: draft, shown, start), title: shown, start: start)
    session.guid = draft.guid.map { texts.line($0, at: place) }
    session.end = end
    session.kind = draft.kind ?? draft.type.flatMap { ReadingWords.kinds[$0.lowercased()] } ?? .session
    session.status = status ?? .confirmed
    if !isTimed, session.status == .confirmed { session.status = .tentative }
    session.isOptional = draft.isOptional
    session.attribution = draft.attribution ?? .public
    session.items = draft.items.map { item in
      Session.Item(
        title: Text(texts.line(item.title, at: place)),
        people: item.people.compactMap { self.person($0, at: place).map { Session.Participation(person: $0) } })
    }
    if isTimed, end == nil, session.kind != .milestone { log.report(.session(.noEnd), at: place) }
    locate(&session, draft)
    session.track = draft.track.flatMap { track($0) }
    session.language = language(draft.language, at: place)
    session.type = type(of: draft)
    session.isRecorded = draft.isRecorded
    session.people = participations(of: draft)
    setTexts(of: &session, draft)
    setLinks(of: &session, draft)
    return session
  }

  private func id(of draft: SessionDraft, _ title: Text, _ start: Instant) -> String {
    for (id, isGUID) in [(draft.id, false), (draft.guid, true)] {
      guard let id else { continue }
      let key = (isGUID ? "g" : "i") + id
      if let first = firstLines[key] {
        log.report(
          isGUID
            ? .session(.sharedGUID(guid: Excerpt.shown(id), first: first))
            : .session(.sharedID(id: Excerpt.shown(id), first: first)),
          at: draft.place)
      } else {
        firstLines[key] = .some(draft.place.line)
      }
    }
    let local = zone.local(start)
    let words = "\(title.variants.first?.string ?? "") \(local.date) \(local.clock)"
    return sessionPool.claim(draft.id ?? draft.guid, words: words, line: draft.place.line)
  }

  // Where, what, who

  private func locate(_ session: inout Session, _ draft: SessionDraft) {
    if let name = draft.room?.trimmingBlanks, !name.isEmpty {
      if WrittenWords.isUnknownPlace(name) {
        session.place = Text(texts.line(name, at: draft.place))
      } else {
        session.room = room(name)
      }
    } else if let location = draft.location {
      session.place = Text(texts.line(location, at: draft.place))
    } else {
      log.report(.session(.noRoom), at: draft.place)
    }
  }

  /// A title that says that its session does not take place, and the title without that where we have put it there.
  private func cancelled(_ title: Text?, at place: Problem.Place) -> (Text?, Session.Status?) {
    guard let title, let string = title.variants.first?.string else { return (title, nil) }
    let ours = WritingWords.Mark.cancelled
    if string.hasPrefix(ours) {
      let variants = title.variants.map { variant in
        let isOurs = variant.string.hasPrefix(ours)
        return Text.Variant(
          language: variant.language, string: isOurs ? String(variant.string.dropFirst(ours.count)) : variant.string)
      }
      return (Text(variants: variants), .cancelled)
    }
    let head = String(string.prefix(12)).lowercased()
    guard ReadingWords.cancelledPrefixes.contains(where: { head.hasPrefix($0) }) else { return (title, nil) }
    log.report(.session(.cancelledByTitle), at: place)
    return (title, .cancelled)
  }

  /// What the file calls it, unless that is no more than the kind or the track.
  private func type(of draft: SessionDraft) -> Text? {
    guard let type = draft.type?.trimmingBlanks, !type.isEmpty, type != draft.track?.trimmingBlanks,
      ReadingWords.kinds[type.lowercased()] == nil, Session.Kind(rawValue: type.lowercased()) == nil
    else { return nil }
    return texts.line(Text(type), at: draft.place)
  }

  private func language(_ found: String?, at place: Problem.Place) -> String? {
    guard let found = found?.trimmingBlanks, !found.isEmpty else { return nil }
    if LanguageTag.isWellFormed(found) { return found }
    let first = String(found.prefix { $0 != "," && $0 != "/" && $0 != ";" && $0 != " " }.map { $0 == "_" ? "-" : $0 })
    if let tag = ReadingWords.languages[first.lowercased()] ?? (LanguageTag.isWellFormed(first) ? first : nil) {
      log.report(.session(.languageChosen(found: Excerpt.shown(found), tag: tag)), at: place)
      return tag
    }
    log.report(.session(.unknownLanguage(found: Excerpt.shown(found))), at: place)
    return nil
  }

  private func participations(of draft: SessionDraft) -> [Session.Participation] {
    var seen: Set<Person.ID> = []
    return draft.people.compactMap { person in
      guard let id = self.person(person, at: draft.place), seen.insert(id).inserted else { return nil }
      let role = person.role.map { Text(texts.line($0, at: draft.place)) }
      return Session.Participation(person: id, role: role)
    }
  }

  // Texts and links

  /// The abstract is the summary where it is one plain paragraph; else the text begins with it.
  private func setTexts(of session: inout Session, _ draft: SessionDraft) {
    let place = draft.place
    let summary = texts.paragraph(draft.abstract)
    session.summary = texts.line(summary, at: place)
    var parts: [Text] = []
    if draft.start == nil {
      parts.append(Text(ReadingWords.timeUnknown(draft.unreadStart.map { MarkdownEscape.line(Excerpt.shown($0)) })))
    }
    if let subtitle = texts.line(draft.subtitle, at: place) {
      parts.append(
        Text(variants: subtitle.variants.map { Text.Variant(language: $0.language, string: "**\($0.string)**") }))
    }
    if summary == nil, let abstract = texts.markdown(draft.abstract, at: place) { parts.append(abstract) }
    if draft.description != draft.abstract, let text = texts.markdown(draft.description, at: place) {
      parts.append(text)
    }
    let unopened = (draft.links + draft.attachments).filter { texts.address($0.url) == nil && texts.isSaying($0.url) }
    if !unopened.isEmpty {
      let rows = unopened.map { link in
        let title = texts.line(link.title ?? "", at: place)
        let url = texts.line(link.url, at: place)
        return "- " + (title.isEmpty || title == url ? "" : "\(title): ") + "`\(url)`"
      }
      parts.append(Text(rows.joined(separator: "\n")))
    }
    session.details = AgendaBuilder.joined(parts)
  }

  /// Texts below each other, in every language that one of them has.
  static func joined(_ parts: [Text]) -> Text? {
    guard parts.count > 1 else { return parts.first }
    var languages: [String] = []
    for variant in parts.flatMap(\.variants) where !languages.contains(variant.language) {
      languages.append(variant.language)
    }
    if languages.count > 1 { languages.removeAll { $0.isEmpty } }
    return Text(
      variants: languages.map { language in
        Text.Variant(language: language, string: parts.map { $0.string(for: [language]) }.joined(separator: "\n\n"))
      })
  }

  private func setLinks(of session: inout Session, _ draft: SessionDraft) {
    // What stands beside a page is meant from there.
    let page = draft.pages.first { $0.title == ReadingWords.sessionPage }?.url
    let draft = page.map { texts.resolving(draft, from: $0) } ?? draft
    var known: Set<String> = []
    if let own = self.draft.url.flatMap({ texts.address($0) }) { known.insert(own) }
    session.links = draft.links.compactMap { link($0, at: draft.place) }
    known.formUnion(session.links.map(\.url))
    for page in draft.pages where !page.url.hasPrefix("urn:") {
      guard let link = link(page, at: draft.place), known.insert(link.url).inserted else { continue }
      // Its own page is what is meant where only one address is asked for.
      let isOwn = page.title == ReadingWords.sessionPage
      session.links.insert(link, at: isOwn ? 0 : session.links.endIndex)
    }
    session.attachments = draft.attachments.compactMap { link($0, at: draft.place) }
  }

  private func link(_ draft: SessionDraft.Link, at place: Problem.Place) -> WebLink? {
    guard let url = texts.address(draft.url) else {
      if texts.isSaying(draft.url) { log.report(.value(.addressLeftOut(found: Excerpt.shown(draft.url))), at: place) }
      return nil
    }
    let title = draft.title.map { texts.line($0, at: place) } ?? ""
    return WebLink(title: Text(title.isEmpty ? url : title), url: url)
  }
}
