extension ConferenceShelf {
  /// The conference that is meant where none is named: the one that was opened last, else one that comes with the program;
  /// nil where there is neither.
  static var usual: String? { RecentConferences.paths().first ?? shipped.first }
}
