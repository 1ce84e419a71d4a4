public import Cells

/// What a thing on the screen is, for which the theme has a look.
public enum Role: Int, CaseIterable, Hashable, Sendable {
  case text, dim, title, titleBar, titleBarDay, titleBarNotice, border, borderFocused, tab, tabFocused, tabShown
  case selected, selectedUnfocused, time, running, progress, progressRest, sign, warning, cancelled
  case heading, link, linkSelected, code, quote, number, match, footerKey, footerText, status, statusWarning
  case input, boxTitle
  /// A session of the timetable, and one that is on the plan.
  case box, boxStarred
}

/// The looks of all roles.
///
/// Every difference that a colour makes is also made by a sign or a word elsewhere.
public struct Theme: Equatable, Sendable {
  public enum Name: String, CaseIterable, Sendable {
    case dark, light, mono
  }

  public let name: Name
  /// Whether it keeps to colours that every terminal of eight or sixteen has, whatever it makes of them.
  let hasFewColors: Bool
  /// By the roles' raw values.
  private let styles: [Style]

  public init(_ name: Name, hasFewColors: Bool = false) {
    (self.name, self.hasFewColors) = (name, hasFewColors)
    styles = Role.allCases.map { role in
      switch name {
      case .dark: hasFewColors ? Theme.fewOnDark(role) : Theme.dark(role)
      case .light: hasFewColors ? Theme.fewOnLight(role) : Theme.light(role)
      case .mono: Theme.mono(role)
      }
    }
  }

  public func style(_ role: Role) -> Style { styles[role.rawValue] }

  /// The look of a piece of set text.
  public func style(_ span: Span) -> Style {
    let base: Style
    switch span.role {
    case .body: base = style(.text)
    case .emphasis: base = style(.text).overlaid(by: Style(attributes: .italic))
    case .strong: base = style(.text).overlaid(by: Style(attributes: .bold))
    case .heading1: base = style(.heading).overlaid(by: Style(attributes: .underline))
    case .heading2, .heading3: base = style(.heading)
    case .code: base = style(.code)
    case .link: base = style(.link)
    case .linkNumber, .number, .quoteBar: base = style(.number)
    case .quote: base = style(.quote)
    case .rule, .dim, .deleted, .image: base = style(.dim)
    case .tableHeader: base = style(.title)
    case .match: base = style(.match)
    }
    return base.overlaid(by: Style(attributes: span.attributes))
  }

  private static func colors(_ foreground: UInt8?, on background: UInt8? = nil, _ attributes: Style.Attributes = [])
    -> Style
  {
    Style(
      foreground: foreground.map { .indexed($0) } ?? .terminal,
      background: background.map { .indexed($0) } ?? .terminal, attributes: attributes)
  }

  private static func colors(_ foreground: UInt8?, _ attributes: Style.Attributes) -> Style {
    colors(foreground, on: nil, attributes)
  }

  private static func dark(_ role: Role) -> Style {
    switch role {
    case .text: .plain
    case .dim, .progressRest: colors(245)
    case .title, .boxTitle: colors(nil, .bold)
    case .titleBar: colors(252, on: 236)
    case .titleBarDay: colors(16, on: 179, .bold)
    case .titleBarNotice: colors(179, on: 236)
    case .border: colors(241)
    case .borderFocused: colors(110)
    case .tab: colors(248)
    case .tabShown: colors(255, .bold)
    case .tabFocused: colors(16, on: 110, .bold)
    case .selected: colors(231, on: 24, .bold)
    case .selectedUnfocused: colors(252, on: 238)
    case .time: colors(109)
    case .running, .progress: colors(114, .bold)
    case .sign: colors(179, .bold)
    case .warning, .statusWarning: colors(209, .bold)
    case .cancelled: colors(245)
    case .heading: colors(222, .bold)
    case .link: colors(117, .underline)
    case .linkSelected: colors(16, on: 117, .bold)
    case .code: colors(150)
    case .quote: colors(250, .italic)
    case .number: colors(109)
    case .match: colors(16, on: 221, .bold)
    case .footerKey: colors(222, .bold)
    case .footerText: colors(248)
    case .status: colors(179)
    case .input: colors(231, on: 237)
    case .box: colors(nil, on: 236)
    case .boxStarred: colors(231, on: 58, .bold)
    }
  }

  private static func light(_ role: Role) -> Style {
    switch role {
    case .text: .plain
    case .dim, .progressRest: colors(242)
    case .title, .boxTitle: colors(nil, .bold)
    case .titleBar: colors(236, on: 253)
    case .titleBarDay: colors(231, on: 94, .bold)
    case .titleBarNotice: colors(58, on: 253)
    case .border: colors(245)
    case .borderFocused: colors(25)
    case .tab: colors(240)
    case .tabShown: colors(16, .bold)
    case .tabFocused: colors(231, on: 25, .bold)
    case .selected: colors(16, on: 153, .bold)
    case .selectedUnfocused: colors(236, on: 252)
    case .time: colors(24)
    case .running, .progress: colors(22, .bold)
    case .sign: colors(94, .bold)
    case .warning, .statusWarning: colors(124, .bold)
    case .cancelled: colors(242)
    case .heading: colors(54, .bold)
    case .link: colors(25, .underline)
    case .linkSelected: colors(231, on: 25, .bold)
    case .code: colors(22)
    case .quote: colors(240, .italic)
    case .number: colors(24)
    case .match: colors(16, on: 221, .bold)
    case .footerKey: colors(54, .bold)
    case .footerText: colors(240)
    case .status: colors(94)
    case .input: colors(16, on: 254)
    case .box: colors(nil, on: 254)
    case .boxStarred: colors(16, on: 229, .bold)
    }
  }

  /// Of sixteen colours these alone can be read on every dark ground: green, cyan, both whites and light cyan.
  ///
  /// Each palette has others that cannot: blue nearly everywhere, red on VTE's, yellow on a console, and Solarized has
  /// greys in place of the light ones.
  private static func fewOnDark(_ role: Role) -> Style {
    switch role {
    case .text, .dim, .progressRest, .border, .cancelled, .tab, .footerText, .box: .plain
    case .title, .boxTitle, .boxStarred: colors(nil, .bold)
    case .titleBar: colors(7, on: 0)
    case .titleBarDay, .tabFocused, .selected: colors(0, on: 7)
    case .titleBarNotice: colors(15, on: 0)
    case .selectedUnfocused: colors(7, on: 0, .bold)
    case .borderFocused: colors(6, .bold)
    case .tabShown, .warning, .statusWarning: colors(15, .bold)
    case .time, .number, .status: colors(6)
    case .running, .progress: colors(6, .bold)
    case .sign, .heading, .footerKey: colors(14, .bold)
    case .link: colors(6, .underline)
    case .linkSelected, .match: colors(0, on: 7, .underline)
    case .code: colors(6)
    case .quote: colors(nil, .italic)
    case .input: colors(15, on: 0)
    }
  }

  /// On light grounds no colour can be read in all palettes but black.
  private static func fewOnLight(_ role: Role) -> Style {
    switch role {
    case .text, .dim, .progressRest, .border, .cancelled, .tab, .footerText, .box, .time, .number, .status, .code:
      .plain
    case .title, .boxTitle, .borderFocused, .tabShown, .warning, .statusWarning, .running, .progress, .sign, .heading,
      .footerKey, .boxStarred:
      colors(nil, .bold)
    case .titleBar, .titleBarNotice, .selectedUnfocused, .input: colors(0, on: 7)
    case .titleBarDay, .tabFocused, .selected: colors(7, on: 0)
    case .linkSelected, .match: colors(7, on: 0, .underline)
    case .link: colors(nil, .underline)
    case .quote: colors(nil, .italic)
    }
  }

  private static func mono(_ role: Role) -> Style {
    let attributes: Style.Attributes
    switch role {
    case .text, .border, .time, .code, .footerText, .status, .tab, .progress, .progressRest, .dim, .number,
      .cancelled, .input, .box:
      attributes = []
    case .title, .boxTitle, .borderFocused, .running, .sign, .warning, .statusWarning, .heading, .footerKey,
      .selectedUnfocused, .tabShown, .boxStarred:
      attributes = .bold
    case .titleBar, .titleBarNotice, .selected, .tabFocused, .linkSelected: attributes = .reverse
    case .titleBarDay: attributes = [.reverse, .bold, .underline]
    case .link: attributes = .underline
    case .quote: attributes = .italic
    case .match: attributes = [.bold, .reverse]
    }
    return Style(attributes: attributes)
  }
}
