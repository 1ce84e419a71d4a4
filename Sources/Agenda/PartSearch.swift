extension Collection where Element: Equatable {
  /// Where a part stands for the first time; nil where it does not.
  ///
  /// An empty part stands at the beginning.
  @inlinable public func place(of part: some Collection<Element>) -> Range<Index>? {
    var start = startIndex
    while true {
      var (index, place) = (start, part.startIndex)
      while place != part.endIndex, index != endIndex, self[index] == part[place] {
        formIndex(after: &index)
        part.formIndex(after: &place)
      }
      if place == part.endIndex { return start..<index }
      // What is left is shorter than the part.
      if index == endIndex { return nil }
      formIndex(after: &start)
    }
  }
}

extension StringProtocol {
  /// Whether a text stands in this one, byte for byte.
  public func has(part: String) -> Bool { utf8.place(of: part.utf8) != nil }
}
