import Cells

/// What a thing on the board is, for which there is a look.
enum BoardRole: Int, CaseIterable, Sendable {
  case text, dim, strong, rule, clock, badge, badgeNext, title, nextTitle, heading, time
  case bar, barRest, hurry, over, notice, emergency, sign, hint
}

/// The looks of the board: by day, and dim at night.
struct BoardLook: Equatable, Sendable {
  private let styles: [Style]

  init(_ theme: Theme.Name, isNight: Bool, hasFewColors: Bool = false) {
    styles = BoardRole.allCases.map { role in
      switch theme {
      case .mono: BoardLook.mono(role, isNight: isNight)
      case .dark, .light:
        if isNight {
          hasFewColors ? BoardLook.darkGreen(role) : BoardLook.night(role)
        } else if hasFewColors {
          theme == .dark ? BoardLook.fewOnDark(role) : BoardLook.fewOnLight(role)
        } else {
          theme == .dark ? BoardLook.dark(role) : BoardLook.light(role)
        }
      }
    }
  }

  subscript(role: BoardRole) -> Style { styles[role.rawValue] }

  private static func ink(_ foreground: UInt8?, on background: UInt8? = nil, _ attributes: Style.Attributes = [])
    -> Style
  {
    Style(
      foreground: foreground.map { .indexed($0) } ?? .terminal,
      background: background.map { .indexed($0) } ?? .terminal, attributes: attributes)
  }

  /// The greys to be read are light enough to become white, not dark grey, on a console of eight colours.
  private static func dark(_ role: BoardRole) -> Style {
    switch role {
    case .text: .plain
    case .dim: ink(250)
    case .strong: ink(255, .bold)
    case .rule: ink(239)
    case .clock: ink(110)
    case .badge: ink(16, on: 114, .bold)
    case .badgeNext: ink(16, on: 110, .bold)
    case .title: ink(255, .bold)
    case .nextTitle: ink(153, .bold)
    case .heading: ink(222, .bold)
    case .time: ink(110)
    case .bar: ink(114)
    case .barRest: ink(240)
    case .hurry: ink(16, on: 221, .bold)
    case .over: ink(231, on: 160, .bold)
    case .emergency: ink(231, on: 88, .bold)
    case .notice: ink(16, on: 222, .bold)
    case .sign: ink(215, .bold)
    case .hint: ink(249)
    }
  }

  private static func light(_ role: BoardRole) -> Style {
    switch role {
    case .text: .plain
    case .dim: ink(240)
    case .strong: ink(16, .bold)
    case .rule: ink(250)
    case .clock: ink(25)
    case .badge: ink(231, on: 22, .bold)
    case .badgeNext: ink(231, on: 25, .bold)
    case .title: ink(16, .bold)
    case .nextTitle: ink(25, .bold)
    case .heading: ink(54, .bold)
    case .time: ink(25)
    case .bar: ink(28)
    case .barRest: ink(250)
    case .hurry: ink(16, on: 220, .bold)
    case .over: ink(231, on: 124, .bold)
    case .emergency: ink(231, on: 88, .bold)
    case .notice: ink(231, on: 94, .bold)
    case .sign: ink(130, .bold)
    case .hint: ink(242)
    }
  }

  /// Grey on black, whatever the terminal: little light in a room where nobody is.
  private static func night(_ role: BoardRole) -> Style {
    switch role {
    case .clock, .title, .strong, .nextTitle, .badge, .badgeNext, .heading: ink(242, on: 16)
    case .hurry, .over, .notice, .sign: ink(137, on: 16)
    case .emergency: ink(231, on: 88, .bold)
    case .text, .dim, .time, .bar, .hint: ink(239, on: 16)
    case .rule, .barRest: ink(235, on: 16)
    }
  }

  /// What can be read in every palette of sixteen colours: see `Theme`.
  private static func fewOnDark(_ role: BoardRole) -> Style {
    switch role {
    case .text, .dim, .rule, .barRest, .hint: .plain
    case .strong, .title: ink(15, .bold)
    case .clock, .time: ink(6)
    case .badge, .badgeNext, .hurry, .over, .notice: ink(0, on: 7)
    case .emergency: alarm
    case .nextTitle, .heading, .sign: ink(14, .bold)
    case .bar: ink(6)
    }
  }

  private static func fewOnLight(_ role: BoardRole) -> Style {
    switch role {
    case .text, .dim, .rule, .barRest, .hint, .clock, .time, .bar: .plain
    case .strong, .title, .nextTitle, .heading, .sign: ink(nil, .bold)
    case .badge, .badgeNext, .hurry, .over, .notice: ink(7, on: 0)
    case .emergency: alarm
    }
  }

  /// A console has no greys, and its blue cannot be read on black.
  private static func darkGreen(_ role: BoardRole) -> Style {
    switch role {
    case .hurry, .over, .notice, .sign: ink(6, on: 0)
    case .emergency: alarm
    case .text, .dim, .strong, .rule, .clock, .badge, .badgeNext, .title, .nextTitle, .heading, .time, .bar, .barRest,
      .hint:
      ink(2, on: 0)
    }
  }

  private static func mono(_ role: BoardRole, isNight: Bool) -> Style {
    if isNight { return Style(attributes: .dim) }
    switch role {
    case .text, .dim, .rule, .time, .bar, .barRest, .hint, .clock: return .plain
    case .strong, .title, .nextTitle, .heading, .sign: return Style(attributes: .bold)
    case .badge, .badgeNext, .hurry, .over, .notice, .emergency: return Style(attributes: [.reverse, .bold])
    }
  }

  /// White on red: what it is about is told by its colour too, at night as well.
  private static let alarm = ink(15, on: 1, .bold)

  private static func ink(_ foreground: UInt8?, _ attributes: Style.Attributes) -> Style {
    ink(foreground, on: nil, attributes)
  }
}
