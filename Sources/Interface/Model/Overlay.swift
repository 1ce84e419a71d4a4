/// What lies over the panels and takes the keys.
enum Overlay {
  case search(SearchBox)
  case choice(ChoiceBox)
  case noteFinder(NoteFinder)
}
