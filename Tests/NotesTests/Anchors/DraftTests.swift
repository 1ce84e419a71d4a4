import Glibc
import Testing

@testable import Notes

/// Paragraphs found again in real texts, of which somebody has read what became of what.
@Suite struct DraftTests {
  /// Those on which the engine was tuned; the others were looked at when that was done.
  static let tuned = [
    ("contributor-covenant", "1.4", "2.0"), ("mozilla-root-policy", "2.7", "2.7.1"),
    ("nodejs-tsc-charter", "2018-12", "2019-07"), ("nodejs-tsc-charter", "2022-11", "2023-03"),
    ("open-definition", "1.1", "2.0"),
  ]
  static let others = [
    ("contributor-covenant", "2.0", "2.1"), ("dpg-standard", "1.1.3", "2022-04"),
    ("mozilla-root-policy", "2.7.1", "2.8"), ("open-definition", "2.0", "2.1"), ("partg", "2012", "2021"),
    ("wahlprg", "2012-07", "2012-08"),
  ]

  static let folder: String? = {
    let above = #filePath.split(separator: "/").dropLast(5).joined(separator: "/")
    let folder = "/\(above)/shared/drafts"
    guard access(folder, R_OK) == 0 else {
      print("No drafts in ../shared/drafts: they are not tried here.")
      return nil
    }
    return folder
  }()

  @Test("Whole texts are followed from one version to the next", arguments: [true, false])
  func alignment(isTuned: Bool) throws {
    guard let folder = Self.folder else { return }
    var score = DraftScore()
    for pair in isTuned ? Self.tuned : Self.others {
      let drafts = try DraftPair(folder, pair)
      score += drafts.score(ParagraphAlignment(old: drafts.old, new: drafts.new).places)
    }
    print("whole texts, \(isTuned ? "tuned on" : "not tuned on"): \(score)")
    #expect(score.precision >= 0.99 && score.recall >= 0.965, "\(score)")
    #expect(score.goneRecall == 1 && score.gonePrecision >= 0.9, "\(score)")
  }

  @Test("A selector alone is less, but seldom wrong", arguments: [true, false])
  func selectors(isTuned: Bool) throws {
    guard let folder = Self.folder else { return }
    var score = DraftScore()
    for pair in isTuned ? Self.tuned : Self.others {
      let drafts = try DraftPair(folder, pair)
      let finder = ParagraphFinder(drafts.new)
      let fates = finder.fates(of: drafts.old.indices.map { ParagraphSelector($0, in: drafts.old) })
      score += drafts.score(fates.map { fate in fate.numbers.compactMap(Int.init).map { $0 - 1 } })
    }
    print("selectors alone, \(isTuned ? "tuned on" : "not tuned on"): \(score)")
    #expect(score.precision >= 0.97 && score.recall >= 0.85, "\(score)")
  }

  @Test("What is kept of a paragraph and the text that it was taken from are as good as that whole text")
  func versions() throws {
    guard let folder = Self.folder else { return }
    let drafts = try DraftPair(folder, Self.others[2])
    let fates = ParagraphFinder(drafts.new).fates(
      of: drafts.old.indices.map { ParagraphSelector($0, in: drafts.old) }, versions: [drafts.new, drafts.old])
    let score = drafts.score(fates.map { fate in fate.numbers.compactMap(Int.init).map { $0 - 1 } })
    #expect(score.precision >= 0.99 && score.recall >= 0.965, "\(score)")
  }
}

/// Two versions of a text, and what is true of them.
struct DraftPair {
  let old: [DocumentParagraph]
  let new: [DocumentParagraph]
  /// By the old place the new ones; sure, or a judgement that is neither demanded nor punished.
  private var sure: [Int: Set<Int>] = [:]
  private var judged: [Int: Set<Int>] = [:]
  private var gone: Set<Int> = []
  private var unsure: Set<Int> = []
  private var same: Set<[Int]> = []

  init(_ folder: String, _ pair: (document: String, old: String, new: String)) throws {
    let base = "\(folder)/\(pair.document)"
    old = try DraftPair.paragraphs("\(base)/\(pair.old).paras.tsv")
    new = try DraftPair.paragraphs("\(base)/\(pair.new).paras.tsv")
    for row in try DraftPair.rows("\(base)/truth-\(pair.old)--\(pair.new).tsv") {
      guard let here = Int(row[0]).map({ $0 - 1 }) else { continue }
      let isSure = row[3] == "A"
      if row[2] == "gone" {
        if isSure { gone.insert(here) } else { unsure.insert(here) }
      } else if let there = Int(row[1]).map({ $0 - 1 }) {
        if isSure { sure[here, default: []].insert(there) } else { judged[here, default: []].insert(there) }
        if row[2] == "same" { same.insert([here, there]) }
      }
    }
  }

  private static func rows(_ path: String) throws -> [[Substring]] {
    let text = try #require(try Scratch.read(path))
    return text.split(separator: "\n").dropFirst().map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
  }

  private static func paragraphs(_ path: String) throws -> [DocumentParagraph] {
    try rows(path).map { row in
      let kind: DocumentParagraph.Kind =
        switch row[1] {
        case "heading": .heading(level: Int(row[2]) ?? 1)
        case "item": .item
        case "row": .row
        default: .paragraph
        }
      return DocumentParagraph(number: String(row[0]), kind: kind, text: String(row[4]))
    }
  }

  /// How well links are told that are not there word for word.
  func score(_ places: [[Int]]) -> DraftScore {
    var score = DraftScore()
    for here in old.indices {
      let found = Set(places[here])
      let isJudged = unsure.contains(here) || judged[here] != nil && sure[here] == nil
      if found.isEmpty, !isJudged {
        score.toldGone += 1
        if gone.contains(here) { score.rightlyGone += 1 }
      }
      for there in found where judged[here]?.contains(there) != true {
        if sure[here]?.contains(there) == true {
          if !same.contains([here, there]) { score.right += 1 }
        } else if !unsure.contains(here) {
          score.wrong += 1
        }
      }
      score.missed += (sure[here] ?? []).subtracting(found).count
    }
    score.gone = gone.count
    return score
  }
}

struct DraftScore: CustomStringConvertible {
  var (right, wrong, missed) = (0, 0, 0)
  var (gone, toldGone, rightlyGone) = (0, 0, 0)

  var precision: Double { Double(right) / Double(max(1, right + wrong)) }
  var recall: Double { Double(right) / Double(max(1, right + missed)) }
  var goneRecall: Double { Double(rightlyGone) / Double(max(1, gone)) }
  var gonePrecision: Double { Double(rightlyGone) / Double(max(1, toldGone)) }

  static func += (a: inout DraftScore, b: DraftScore) {
    (a.right, a.wrong, a.missed) = (a.right + b.right, a.wrong + b.wrong, a.missed + b.missed)
    (a.gone, a.toldGone, a.rightlyGone) = (a.gone + b.gone, a.toldGone + b.toldGone, a.rightlyGone + b.rightlyGone)
  }

  var description: String {
    "precision \(precision), recall \(recall) (\(right) right, \(wrong) wrong, \(missed) missed), "
      + "gone: recall \(goneRecall), precision \(gonePrecision)"
  }
}
