import Agenda
import Messages

/// What directories name, and what is being done about it.
struct Listing {
  /// What is known of them now.
  var search = ConferenceSearch([])
  /// In which titles are read, the best first.
  var languages: [String] = []
  /// What is to be said of the directories; nil where all is well.
  var words: Message?
  /// Whether they are being asked for newer lists.
  var isAsking = false
  /// The conference that is being fetched, as it is called.
  var fetched: String?
  /// Counts lists, so that what is found is found anew.
  var edition = 0

  mutating func replace(_ search: ConferenceSearch, languages: [String], words: Message?, isAsking: Bool) {
    (self.search, self.languages, self.words, self.isAsking) = (search, languages, words, isAsking)
    edition += 1
  }
}
