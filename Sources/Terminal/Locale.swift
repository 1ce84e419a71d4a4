import CPosix
import Glibc

/// Takes the character set of the environment: LC_ALL, LC_CTYPE, LANG.
///
/// Call it once, before the first `Screen`. Where the locale that they name is not installed but asks for UTF-8, C.UTF-8
/// is taken in its place: the terminal shows UTF-8 all the same.
public func adoptLocale() {
  if setlocale(LC_CTYPE, "") != nil { return }
  let names = ["LC_ALL", "LC_CTYPE", "LANG"].compactMap { (name: String) -> String? in
    getenv(name).map { String(cString: $0) }
  }
  let wanted = (names.first { !$0.isEmpty } ?? "").lowercased()
  if strstr(wanted, "utf-8") != nil || strstr(wanted, "utf8") != nil { setlocale(LC_CTYPE, "C.UTF-8") }
}

/// The character set of the locale in force, as nl_langinfo names it.
var localeCodeset: String { plenary_codeset().map { String(cString: $0) } ?? "" }

/// Does something with UTF-8 as the character set, where the system has that.
///
/// ncurses opened in another one repeats characters by REP, which many a terminal that calls itself xterm does not have or
/// gets wrong at the right edge. What is sent does not change otherwise: outside UTF-8 it is ASCII.
func withUnicodeLocale<Result>(_ body: () -> Result) -> Result {
  let found = setlocale(LC_CTYPE, nil).map { String(cString: $0) }
  if localeCodeset != "UTF-8" { setlocale(LC_CTYPE, "C.UTF-8") }
  defer { if let found { setlocale(LC_CTYPE, found) } }
  return body()
}
