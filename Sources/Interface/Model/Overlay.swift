/// What lies over the panels and takes the keys.
enum Overlay: Sendable {
  case search(SearchBox)
  case choice(ChoiceBox)
  case noteFinder(NoteFinder)
}
