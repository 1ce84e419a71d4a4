/// What the page of a report has beside what every page has.
enum ReportStyle {
  static let sheet = """
    .note p, .note li { white-space: pre-line; }
    .note blockquote { white-space: normal; }
    .note li { margin-bottom: .15rem; }
    .note > :last-child { margin-bottom: 0; }
    td.box { width: 2rem; font-size: 1.1rem; line-height: 1.3; }
    td.who { width: 22%; }
    tr.done td { color: var(--soft); }
    .marks td.place { width: 34%; font-size: .92rem; }
    figure { margin: 0 0 1rem; }
    figure blockquote { margin: 0; padding-inline-start: .9rem; border-inline-start: 3px solid var(--line); }
    figcaption { padding-inline-start: 1.1rem; color: var(--soft); font-size: .92rem; }
    @media print { figure { break-inside: avoid; } }

    """
}
