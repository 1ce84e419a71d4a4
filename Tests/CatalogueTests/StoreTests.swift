import Agenda
import Files
import Glibc
import Support
import Testing

@testable import Catalogue

struct StoreTests {
  let folder: TemporaryFolder
  let bundle: String
  let cache: String
  var store: CatalogueStore

  init() throws {
    folder = try TemporaryFolder()
    folder.folder("bundle")
    bundle = folder.path + "/bundle"
    cache = folder.path + "/cache/plenary"
    try folder.write("bundle/agenda.json", "{}")
    try folder.write("bundle/about.md", "About")
    store = CatalogueStore(cacheFolder: cache)
    // The files of a test are always fresh; with no tick they count as settled.
    store.tick = -1
  }

  enum How: Equatable {
    case cached, compiled, memory(CatalogueStore.CacheTrouble), nothing, failed
  }

  func open(_ store: CatalogueStore? = nil, languages: [String] = ["en"], agenda: Agenda? = Sample.agenda()) -> How {
    let opened = (store ?? self.store).open(bundle: bundle, languages: languages) { (agenda, 3) }
    if let catalogue = opened.catalogue {
      #expect(catalogue.sessions(onDay: 1).count == 5)
      #expect(catalogue.search("treaty", limit: 9).count == 2)
      #expect(catalogue.conference.problemCount == 3)
      #expect(catalogue.damage == nil)
    }
    switch opened {
    case .cached: return .cached
    case .compiled: return .compiled
    case .memory(_, let trouble): return .memory(trouble)
    case .nothing: return .nothing
    case .failed: return .failed
    }
  }

  var cachedFile: String { "cache/plenary/" + (TemporaryFolder.names(in: cache).first ?? "") }

  @Test func theSecondStartReadsTheCacheAndNotTheBundle() {
    #expect(open() == .compiled)
    let opened = store.open(bundle: bundle, languages: ["en"]) {
      Issue.record("the bundle was read")
      return (nil, 0)
    }
    #expect(opened.catalogue?.conference.title == "Human Rights")
    #expect(open() == .cached)
  }

  @Test func theCacheIsForTheUserAloneAndNothingElseStaysBehind() {
    #expect(open() == .compiled)
    var info = stat()
    #expect(stat(cache, &info) == 0 && info.st_mode & 0o777 == 0o700)
    #expect(stat("\(folder.path)/\(cachedFile)", &info) == 0 && info.st_mode & 0o777 == 0o600)
    #expect(TemporaryFolder.names(in: cache).count == 1)
  }

  @Test func aPathThroughALinkIsTheSameBundle() {
    #expect(open() == .compiled)
    #expect(symlink(bundle, folder.path + "/link") == 0)
    guard case .cached = store.open(bundle: folder.path + "/link/", languages: ["en"], read: { (nil, 0) }) else {
      Issue.record("not the same bundle")
      return
    }
  }

  @Test func anotherLanguageOrVersionIsAnotherCatalogue() {
    #expect(open() == .compiled)
    #expect(open(languages: ["fr"]) == .compiled)
    #expect(open() == .cached)
    #expect(open(languages: ["fr"]) == .cached)
    #expect(open(languages: ["f", "r"]) == .compiled)
    var newer = CatalogueStore(cacheFolder: cache, programVersion: "2")
    newer.tick = -1
    #expect(open(newer) == .compiled)
    #expect(open() == .compiled)
  }

  @Test func anyChangeOfAFileMakesItStale() throws {
    #expect(open() == .compiled)
    try folder.write("bundle/about.md", "Other text")
    #expect(open() == .compiled)
    try folder.write("bundle/new.md", "")
    #expect(open() == .compiled)
    #expect(rename(bundle + "/new.md", bundle + "/newer.md") == 0)
    #expect(open() == .compiled)
    unlink(bundle + "/newer.md")
    #expect(open() == .compiled)
    // The same bytes and times, but another file.
    try folder.write("copy", "Other text")
    #expect(rename(folder.path + "/copy", bundle + "/about.md") == 0)
    #expect(open() == .compiled)
    // Only the time of change differs: it must be another tick of the clock.
    usleep(20_000)
    #expect(chmod(bundle + "/about.md", 0o600) == 0)
    #expect(open() == .compiled)
    folder.folder("bundle/texts")
    try folder.write("bundle/texts/a.md", "a")
    #expect(open() == .compiled)
    try folder.write("bundle/texts/a.md", "bb")
    #expect(open() == .compiled)
    #expect(open() == .cached)
  }

  @Test func hiddenFilesAndLinksDoNotCount() throws {
    #expect(open() == .compiled)
    try folder.write("bundle/.agenda.json.swp", "x")
    #expect(symlink("/etc/hostname", bundle + "/link.md") == 0)
    #expect(open() == .cached)
  }

  @Test func aBundleThatHasJustChangedIsCompiledOnceMore() {
    var patient = store
    patient.tick = BundleSignature.tick
    #expect(open(patient) == .compiled)
    #expect(open(patient) == .compiled)
    #expect(open() == .compiled)
    #expect(open() == .cached)
  }

  @Test func aTruncatedFileIsRebuilt() throws {
    #expect(open() == .compiled)
    let file = cachedFile
    let whole = try folder.read(file)
    for length in [0, 1, 15, 16, 99, 100, 511, 4_095, 4_096, 8_192, whole.count / 2, whole.count - 4_096] {
      try folder.write(file, Array(whole[..<length]))
      #expect(open() == .compiled, "\(length) bytes")
    }
    try folder.write(file, [UInt8](repeating: 0, count: whole.count))
    #expect(open() == .compiled)
    #expect(open() == .cached)
  }

  /// A program that is older or newer has other tables, and other databases have other numbers in their header.
  @Test func aDatabaseOfAnotherFormatIsRebuilt() throws {
    #expect(open() == .compiled)
    let file = cachedFile
    let whole = try folder.read(file)
    // The places of user_version and application_id (https://www.sqlite.org/fileformat.html, section 1.3).
    for place in [63, 71] {
      var other = whole
      other[place] ^= 1
      try folder.write(file, other)
      #expect(open() == .compiled, "byte \(place)")
    }
    let database = try Database(.building(path: folder.path + "/empty"))
    try database.execute(Schema.building)
    try folder.write(file, try folder.read("empty"))
    #expect(open() == .compiled)
    #expect(open() == .cached)
  }

  @Test func damageThatAQuestionMeetsIsToldAndTheNextStartIsWholeAgain() throws {
    #expect(open() == .compiled)
    let file = cachedFile
    let whole = try folder.read(file)
    for page in 1..<whole.count / 4_096 {
      var damaged = whole
      for place in page * 4_096..<(page + 1) * 4_096 { damaged[place] = 0xA5 }
      try folder.write(file, damaged)
      guard let catalogue = store.cached(bundle: bundle, languages: ["en"]) else { continue }
      var told = 0
      catalogue.onDamage = { _ in told += 1 }
      DamageTests().askAll(catalogue)
      #expect(told == 1 && catalogue.damage != nil, "page \(page)")
    }
    store.discard(bundle: bundle, languages: ["en"])
    #expect(open() == .compiled)
    #expect(open() == .cached)
  }

  @Test func somethingElseInItsPlaceIsNoObstacle() throws {
    #expect(open() == .compiled)
    let path = "\(folder.path)/\(cachedFile)"
    unlink(path)
    #expect(mkdir(path, 0o700) == 0)
    #expect(open() == .memory(.file(.system(call: "rename", path: path, errno: EISDIR))))
    rmdir(path)
    try folder.write("elsewhere", "precious")
    #expect(symlink(folder.path + "/elsewhere", path) == 0)
    #expect(open() == .compiled)
    #expect(try folder.read("elsewhere") == Array("precious".utf8))
    #expect(open() == .cached)
  }

  @Test func withoutACacheFolderItIsInMemory() throws {
    #expect(open(CatalogueStore(cacheFolder: nil)) == .memory(.noFolder))
    #expect(open(CatalogueStore(cacheFolder: "")) == .memory(.noFolder))
    let under = bundle + "/about.md/cache"
    #expect(
      open(CatalogueStore(cacheFolder: under)) == .memory(.file(.system(call: "mkdir", path: under, errno: ENOTDIR))))
    guard case .memory(.file) = open(CatalogueStore(cacheFolder: "/proc/plenary")) else {
      Issue.record("no trouble told")
      return
    }
  }

  @Test func aBundleWithoutAnAgendaLeavesNothing() {
    #expect(open(agenda: nil) == .nothing)
    #expect(open(CatalogueStore(cacheFolder: nil), agenda: nil) == .nothing)
    #expect(TemporaryFolder.names(in: cache).isEmpty)
  }

  @Test func aBundleTooDeepToWatchIsNotCached() throws {
    var path = "bundle"
    for _ in 0..<9 {
      path += "/d"
      folder.folder(path)
    }
    #expect(open() == .memory(.bundleTooLarge))
  }

  @Test func manyAtOnceAllGetAWholeCatalogue() async throws {
    let (bundle, store) = (bundle, store)
    await withTaskGroup(of: Int.self) { group in
      for _ in 0..<8 {
        group.addTask {
          store.open(bundle: bundle, languages: ["en"]) { (Sample.agenda(), 0) }.catalogue?.sessions(onDay: 1).count
            ?? 0
        }
      }
      for await count in group { #expect(count == 5) }
    }
    #expect(TemporaryFolder.names(in: cache).count == 1)
  }

  @Test func leftoversOfDeadRunsAndOldCataloguesAreRemoved() throws {
    #expect(open() == .compiled)
    let kept = TemporaryFolder.names(in: cache)
    func make(_ name: String, age: Int) throws {
      try folder.write("cache/plenary/" + name, "x")
      let then = timeval(tv_sec: time(nil) - age, tv_usec: 0)
      #expect(utimes("\(cache)/\(name)", [then, then]) == 0)
    }
    // No process has so high a number; the test itself has its own.
    try make(".plenary-999999999-a.tmp", age: 10)
    try make(".plenary-\(getpid())-b.tmp", age: 10)
    try make("gone.catalogue", age: 91 * 86_400)
    try make("recent.catalogue", age: 89 * 86_400)
    try make("someone.else", age: 1_000 * 86_400)
    try folder.write("bundle/about.md", "New")
    #expect(open() == .compiled)
    #expect(
      Set(TemporaryFolder.names(in: cache))
        == Set(kept + [".plenary-\(getpid())-b.tmp", "recent.catalogue", "someone.else"]))
  }

  @Test func aCatalogueIsOnDiskBeforeItHasItsNameAndTheNameIsPutOnDiskAfterIt() throws {
    folder.folder("cache")
    folder.folder("cache/plenary")
    let log = FileLog(in: cache)
    var store = store
    store.calls = log.calls
    #expect(open(store) == .compiled)
    let file = try #require(TemporaryFolder.names(in: cache).first)
    #expect(log.lines == ["sync ~", "rename ~ \(file)", "sync ./"])
  }

  @Test func discardingMakesTheNextStartCompile() {
    #expect(open() == .compiled)
    store.discard(bundle: bundle, languages: ["en"])
    #expect(open() == .compiled)
  }

  @Test func theCacheFolderFollowsTheEnvironment() {
    func folder(_ environment: [String: String]) -> String? { CatalogueStore.cacheFolder { environment[$0] } }
    #expect(folder(["XDG_CACHE_HOME": "/c", "HOME": "/h"]) == "/c/plenary")
    #expect(folder(["XDG_CACHE_HOME": "relative", "HOME": "/h"]) == "/h/.cache/plenary")
    #expect(folder(["HOME": "/h"]) == "/h/.cache/plenary")
    #expect(folder([:]) == nil)
  }
}

extension CatalogueStore.Opened {
  var catalogue: Catalogue? {
    switch self {
    case .cached(let catalogue), .compiled(let catalogue), .memory(let catalogue, _): catalogue
    case .nothing, .failed: nil
    }
  }
}
