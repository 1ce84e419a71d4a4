import Cells
import Testing

@testable import Terminal

/// What a terminal answers to questions, between keys and text.
struct AnswerTests {
  /// Everything that bytes are in the end, fed in pieces with so long a pause behind each.
  private func read(
    _ pieces: [String], pause: Int64 = 0, isAnswerDue: Bool = true
  ) -> (inputs: [Input], answers: [TerminalAnswer]) {
    var decoder = InputDecoder()
    decoder.isAnswerDue = isAnswerDue
    decoder.mayBeInterrupted = true
    var now: Int64 = 0
    for piece in pieces {
      decoder.expire(now: now)
      decoder.feed(Array(piece.utf8), now: now)
      now += pause
    }
    decoder.expire(now: now + 10_000)
    decoder.expire(now: now + 20_000)
    return (decoder.removeInputs(), decoder.removeAnswers())
  }

  @Test(
    "An answer is understood in all its forms",
    arguments: [
      ("\u{1B}]11;rgb:ffff/8080/0000\u{1B}\\", .background(red: 255, green: 128, blue: 0)),
      ("\u{1B}]11;rgb:ff/80/00\u{7}", .background(red: 255, green: 128, blue: 0)),
      ("\u{1B}]11;rgb:f/8/0\u{7}", .background(red: 255, green: 136, blue: 0)),
      ("\u{1B}]11;rgba:ffff/ffff/ffff/8000\u{7}", .background(red: 255, green: 255, blue: 255)),
      ("\u{1B}]11;#102030\u{7}", .background(red: 16, green: 32, blue: 48)),
      ("\u{1B}]4;255;rgb:eeee/eeee/eeee\u{1B}\\", .paletteColor(255)),
      ("\u{1B}[?997;1n", .scheme(isLight: false)), ("\u{1B}[?997;2n", .scheme(isLight: true)),
      ("\u{1B}[?2026;2$y", .mode(2026, isKnown: true)), ("\u{1B}[?2026;0$y", .mode(2026, isKnown: false)),
      ("\u{1B}[?2026;4$y", .mode(2026, isKnown: false)), ("\u{1B}[?0u", .keyboardProtocol),
      ("\u{1B}P>|XTerm(379)\u{1B}\\", .name("XTerm(379)")),
      ("\u{1B}]99;i=plenary:p=?;p=title,body\u{1B}\\", .notifications("plenary")),
      ("\u{1B}[?62;c", .attributes), ("\u{1B}[?1;2c", .attributes),
    ] as [(String, TerminalAnswer)])
  func forms(text: String, answer: TerminalAnswer) {
    let read = read([text])
    #expect(read.inputs == [] && read.answers == [answer])
  }

  @Test(
    "A wrong answer says nothing and is no key",
    arguments: [
      "\u{1B}]11;\u{7}", "\u{1B}]11;rgb:\u{7}", "\u{1B}]11;rgb:1/2\u{7}", "\u{1B}]11;rgb:1/2/3/4\u{7}",
      "\u{1B}]11;rgb:12345/0/0\u{7}", "\u{1B}]11;#12345\u{7}", "\u{1B}]11;rgb:1/2/\u{7}",
      "\u{1B}]99999999999999999999;rgb:1/2/3\u{7}",
      "\u{1B}]4;255\u{7}", "\u{1B}[?997;3n", "\u{1B}[?997n", "\u{1B}[?c\u{1B}[?u",
    ])
  func wrongOnes(text: String) {
    let read = read([text])
    #expect(read.inputs == [])
    #expect(read.answers.allSatisfy { $0 == .attributes })
  }

  @Test(
    "What somebody hostile lets a terminal answer types nothing",
    arguments: [
      "\u{1B}]52;c;cm0gLXJmIC8K\u{1B}\\", "\u{1B}]lrm -rf /\u{1B}\\", "\u{1B}]Lq\u{1B}\\", "\u{1B}P1$r0;q\u{1B}\\",
      "\u{1B}P1+r5463=71\u{1B}\\", "\u{1B}P!|71717171\u{1B}\\", "\u{1B}[8;2147483648;2147483648t",
      "\u{1B}[?1;2147483648R",
      "\u{1B}[>41;379;0c", "\u{1B}P>|" + String(repeating: "q", count: 3000) + "\u{1B}\\", "\u{1B}_Gi=1;q\u{1B}\\",
    ])
  func hostileOnes(text: String) {
    #expect(read([text]).inputs == [])
    #expect(read([text], isAnswerDue: false).inputs == [])
  }

  @Test("However an answer is cut, and with however long a pause, none of it is a key, and keys around it are")
  func cutAnywhere() {
    for answer in [
      "\u{1B}]11;rgb:1e1e/1e1e/1e1e\u{1B}\\", "\u{1B}[?62;4;22c", "\u{1B}[?2026;2$y", "\u{1B}P>|XTerm(379)\u{1B}\\",
    ] {
      for cut in 1..<answer.unicodeScalars.count {
        for pause: Int64 in [5, 90, 200] {
          let scalars = Array(answer.unicodeScalars)
          let pieces = [scalars[..<cut], scalars[cut...]].map { String(String.UnicodeScalarView($0)) }
          let read = read([pieces[0], pieces[1] + "q"], pause: pause)
          #expect(read.inputs == [.key(.character("q"))], "\(answer.debugDescription) cut at \(cut), \(pause) ms")
          #expect(read.answers.count == 1)
        }
      }
    }
  }

  @Test("The rest of an answer whose Esc was taken for the key is no text")
  func lateRest() {
    for rest in ["[?62;4c", "]11;rgb:ff/ff/ff\u{1B}\\", "P>|XTerm(1)\u{1B}\\"] {
      let read = read(["\u{1B}", rest + "q"], pause: 300)
      #expect(read.inputs == [.key(.escape), .key(.character("q"))], "\(rest)")
      #expect(read.answers.count == 1)
    }
    // Byte by byte, too.
    let bytes = read(["\u{1B}", "[", "?", "6", "c", "q"], pause: 120)
    #expect(bytes.inputs == [.key(.character("q"))])
  }

  @Test("What is typed behind Esc while an answer is due is what was typed")
  func typedBehindEscape() {
    #expect(
      read(["\u{1B}", "[", "x"], pause: 300).inputs == [.key(.escape), .key(.character("[")), .key(.character("x"))])
    #expect(
      read(["\u{1B}", "[x"], pause: 300).inputs == [.key(.escape), .key(.character("[")), .key(.character("x"))])
    #expect(read(["\u{1B}", "]"], pause: 300).inputs == [.key(.escape), .key(.character("]"))])
    #expect(
      read(["\u{1B}", "Pq"], pause: 300).inputs == [.key(.escape), .key(.character("P")), .key(.character("q"))])
  }

  @Test("An answer that an Esc alone ends, as rxvt's do, takes neither what follows nor types it")
  func escapeAlone() {
    let white = TerminalAnswer.background(red: 255, green: 255, blue: 255)
    let rest = read(["\u{1B}]11;rgb:ffff/ffff/ffff\u{1B}\u{1B}[?1;2cq"])
    #expect(rest.inputs == [.key(.character("q"))] && rest.answers == [white, .attributes])
    let letter = read(["\u{1B}]11;rgb:ffff/ffff/ffff\u{1B}", "q"], pause: 100)
    #expect(letter.inputs == [.key(.character("q"))] && letter.answers == [white])
    let alone = read(["\u{1B}]11;rgb:ffff/ffff/ffff\u{1B}"])
    #expect(alone.inputs == [] && alone.answers == [white])
  }

  @Test("A letter that is pressed while the rest of an answer is missing is not lost")
  func letterBehindCutAnswer() {
    #expect(read(["\u{1B}]11;rgb:1e", "q"], pause: 50).inputs == [.key(.character("q"))])
    #expect(read(["\u{1B}]11;rgb:1e", "\r"], pause: 50).inputs == [.key(.enter)])
    #expect(read(["\u{1B}P>|XTe", "q"], pause: 2_000).inputs == [.key(.character("q"))])
  }

  @Test("An answer in the middle of a paste is none of its text")
  func inPaste() {
    let read = read(["\u{1B}[200~one \u{1B}]11;rgb:ff/ff/ff\u{1B}", "\\two\u{1B}[?62c three\u{1B}[201~q"])
    #expect(read.inputs == [.paste("one two three"), .key(.character("q"))])
    #expect(read.answers == [.background(red: 255, green: 255, blue: 255), .attributes])
    var decoder = InputDecoder()
    decoder.feed(Array("\u{1B}[200~a\u{1B}[?62cb\u{1B}[201~".utf8), now: 0)
    #expect(decoder.removeInputs() == [.paste("a[?62cb")], "nothing was asked")
  }

  @Test("A paste that is nothing but Esc is read in a moment")
  func pasteOfEscapes() {
    let start = EventLoop.now
    let read = read(["\u{1B}[200~" + String(repeating: "\u{1B}]11;", count: 200_000) + "\u{1B}[201~"])
    #expect(read.inputs.count == 1)
    #expect(EventLoop.now - start < 2_000)
  }
}

/// What is asked, and what comes of the answers.
struct TerminalQuestionsTests {
  private static func questions(_ name: String = "xterm", environment: [String: String] = [:], ground: Bool = true)
    -> TerminalQuestions
  {
    TerminalQuestions(
      terminal: name, isAnsi: true, asksGround: ground, asksColors: true, environment: { environment[$0] })
  }

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  @Test("The end of waiting is asked for last, and a terminal that would show questions is asked nothing")
  func asking() {
    var questions = Self.questions()
    let text = Self.text(questions.ask(now: 0))
    #expect(text.contains("\u{1B}]11;?\u{1B}\\") && text.hasSuffix("\u{1B}[c") && questions.isOpen)
    for name in ["linux", "vt220", "ansi", "eterm-color"] {
      var silent = Self.questions(name)
      #expect(silent.ask(now: 0).isEmpty && !silent.isOpen && !silent.followsGround)
    }
    var apple = Self.questions(environment: ["TERM_PROGRAM": "Apple_Terminal"])
    #expect(!Self.text(apple.ask(now: 0)).contains("$p"))
    var given = Self.questions(ground: false)
    #expect(!Self.text(given.ask(now: 0)).contains("]11"), "who has chosen is not asked")
  }

  @Test("The ground is told once, until it is another")
  func ground() {
    var questions = Self.questions()
    let white = TerminalAnswer.background(red: 255, green: 255, blue: 255)
    #expect(questions.take(white, now: 0).finding == nil, "nothing was asked")
    _ = questions.ask(now: 0)
    #expect(questions.take(white, now: 40_000).finding == .ground, "however late")
    #expect(questions.isLight == true)
    #expect(questions.take(.background(red: 0, green: 0, blue: 0), now: 1).finding == nil, "twice")
    #expect(questions.take(.attributes, now: 2).finding == nil && !questions.isOpen)
    #expect(questions.take(.background(red: 0, green: 0, blue: 0), now: 3).finding == nil, "behind the end")
  }

  @Test("What the terminal around another one says comes behind the end, and counts")
  func behindTheEnd() {
    var questions = Self.questions()
    _ = questions.ask(now: 0)
    _ = questions.take(.attributes, now: 1)
    #expect(questions.take(.background(red: 255, green: 255, blue: 255), now: 90).finding == .ground)
    #expect(questions.take(.background(red: 0, green: 0, blue: 0), now: 91).finding == nil)
    #expect(questions.take(.keyboardProtocol, now: 92).finding == nil)
  }

  @Test("A terminal that turns to dark is followed, and asked what it is now")
  func turning() {
    var questions = Self.questions()
    _ = questions.ask(now: 0)
    _ = questions.take(.attributes, now: 1)
    let turned = questions.take(.scheme(isLight: true), now: 2)
    #expect(turned.finding == .ground && questions.isLight == true)
    #expect(Self.text(turned.question) == "\u{1B}]11;?\u{1B}\\\u{1B}[c")
    #expect(questions.take(.scheme(isLight: true), now: 3).question.isEmpty, "a flood is not answered by one")
    #expect(questions.take(.background(red: 20, green: 20, blue: 20), now: 4).finding == .ground)
    #expect(questions.isLight == false, "the colour says more")
    var given = Self.questions(ground: false)
    #expect(given.take(.scheme(isLight: true), now: 0).finding == nil)
  }

  @Test("What a terminal knows is used once it has said so")
  func knowledge() {
    var questions = Self.questions()
    #expect(questions.take(.keyboardProtocol, now: 0).finding == nil)
    _ = questions.ask(now: 0)
    #expect(questions.take(.keyboardProtocol, now: 0).finding == .keyboardProtocol)
    #expect(questions.take(.keyboardProtocol, now: 0).finding == nil)
    #expect(questions.take(.paletteColor(255), now: 0).finding == .manyColors)
    _ = questions.take(.mode(2026, isKnown: true), now: 0)
    _ = questions.take(.notifications("another"), now: 0)
    #expect(questions.hasSynchronizedOutput && !questions.hasNotifications)
    _ = questions.take(.notifications("plenary"), now: 0)
    #expect(questions.hasNotifications)
    #expect(questions.take(.name("XTerm(379)"), now: 0).finding == .otherKeys)
  }

  @Test("Only soon after the question Esc has to wait for what it may begin")
  func soon() {
    var questions = Self.questions()
    #expect(!questions.expectsSoon(now: 0))
    _ = questions.ask(now: 1_000)
    #expect(questions.expectsSoon(now: 1_500) && !questions.expectsSoon(now: 3_500))
    _ = questions.take(.attributes, now: 1_600)
    #expect(!questions.expectsSoon(now: 1_700))
  }
}

/// What the environment tells of a terminal.
struct TerminalNameTests {
  @Test("xterm has 256 colours where its variables say so, and not inside of another program")
  func manyColored() {
    func name(_ type: String, _ environment: [String: String]) -> String {
      TerminalKind.name(type, environment: { environment[$0] })
    }
    #expect(name("xterm", [:]) == "xterm")
    #expect(name("xterm", ["COLORTERM": "truecolor"]) == "xterm-256color")
    #expect(name("xterm", ["VTE_VERSION": "6800"]) == "xterm-256color")
    #expect(TerminalKind.manyColored("mlterm") == "mlterm-256color")
    #expect(TerminalKind.manyColored("xterm-16color") == "xterm-256color")
    #expect(name("xterm", ["VTE_VERSION": "6800", "TMUX": "x"]) == "xterm")
    #expect(name("linux", ["COLORTERM": "truecolor"]) == "linux")
  }

  @Test("GNU screen is told from tmux")
  func screen() {
    func isScreen(_ type: String, _ environment: [String: String]) -> Bool {
      TerminalKind.isScreen(type, environment: { environment[$0] })
    }
    #expect(isScreen("screen", [:]) && isScreen("screen.xterm-256color", [:]) && isScreen("xterm", ["STY": "1.a"]))
    #expect(!isScreen("screen-256color", ["TMUX": "/tmp/x"]) && !isScreen("xterm", [:]) && !isScreen("tmux", [:]))
  }
}

/// Notifications on the desktop.
struct DesktopNotificationTests {
  private func sequence(isKnown: Bool, _ environment: [String: String] = [:]) -> String? {
    DesktopNotification.sequence("A;b\u{7}", "at 9\u{1B}\\", isKnown: isKnown, environment: { environment[$0] })
      .map { String(decoding: $0, as: UTF8.self) }
  }

  @Test("A terminal that has said so gets title and text in parts; others go by their names")
  func forms() {
    let parts = "\u{1B}]99;i=plenary:d=0;A,b\u{1B}\\\u{1B}]99;i=plenary:p=body;at 9\\\u{1B}\\"
    #expect(sequence(isKnown: true) == parts)
    #expect(sequence(isKnown: false) == nil)
    #expect(sequence(isKnown: false, ["TERM": "foot"]) == "\u{1B}]777;notify;A,b;at 9\\\u{1B}\\")
    #expect(sequence(isKnown: false, ["TERM": "foot", "TMUX": "x"]) == nil)
  }
}
