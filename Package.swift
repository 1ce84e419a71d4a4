// swift-tools-version: 6.2
import PackageDescription

/// Every Swift target is held to the same rules: existentials and imports are spelt out.
///
/// A warning is an error only where PLENARY_WARNINGS says so, as `.ci/run` and `make check` do: a newer library that
/// deprecates a function must not keep anybody from building.
let strict: [SwiftSetting] =
  [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
  ] + (Context.environment["PLENARY_WARNINGS"] == "errors" ? [.treatAllWarnings(as: .error)] : [])

/// What tests compute most with is optimised where PLENARY_TRIED says so, as `.ci/build` does.
///
/// Of the other modules, and of the tests themselves, that would take longer than it saves; no setting of a target but
/// this one tells them apart.
let tried: [SwiftSetting] = Context.environment["PLENARY_TRIED"] == "optimised" ? [.unsafeFlags(["-O"])] : []

func module(_ name: String, _ dependencies: [Target.Dependency] = [], isComputing: Bool = true) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict + (isComputing ? tried : []))
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(name: name, dependencies: dependencies, swiftSettings: strict)
}

// The arrows between the modules stand here and nowhere else; README.md draws them.
let package = Package(
  name: "plenary",
  products: [.executable(name: "plenary", targets: ["plenary"])],
  targets: [
    .systemLibrary(name: "CNcurses"),
    .systemLibrary(name: "CSQLite"),
    .systemLibrary(name: "CMark"),
    .systemLibrary(name: "CExpat"),
    .systemLibrary(name: "CFriBidi"),
    .systemLibrary(name: "CPosix"),
    module("JSON"),
    module("Times", ["CPosix"]),
    module("Messages", ["Times"]),
    module("Markup", ["CMark"]),
    module("Files", ["CPosix"]),
    module("Agenda", ["Times", "JSON", "Messages", "Markup", "CPosix"]),
    module("Cells", ["Markup", "CFriBidi", "CPosix"]),
    module("Catalogue", ["Agenda", "Files", "CSQLite"]),
    module("Interchange", ["Times", "Markup", "JSON", "Messages", "Agenda", "Cells", "Files", "CExpat", "CPosix"]),
    module("Notes", ["Messages", "Markup", "JSON", "Agenda", "Cells", "Files", "CPosix"], isComputing: false),
    module("Interface", ["Agenda", "Catalogue", "Notes", "Cells", "Messages"]),
    module("Terminal", ["Cells", "CNcurses", "CPosix"], isComputing: false),
    .executableTarget(
      name: "plenary",
      dependencies: [
        "JSON", "Markup", "Messages", "Agenda", "Catalogue", "Files", "Interchange", "Notes", "Cells", "Interface",
        "Terminal", "CPosix",
      ],
      swiftSettings: strict),

    .systemLibrary(name: "CVTerm", path: "Tests/CVTerm"),
    // A calendar library that is not ours, to compare with and to read back what is written.
    .systemLibrary(name: "CICal", path: "Tests/CICal"),
    // Random numbers that can be had again.
    .target(name: "Dice", path: "Tests/Dice", swiftSettings: strict),
    // Programs on terminals of their own, without the testing library.
    .target(name: "Stage", dependencies: ["Cells", "CVTerm", "CPosix"], path: "Tests/Stage", swiftSettings: strict),
    .target(
      name: "Support", dependencies: ["Messages", "Agenda", "Catalogue", "Cells", "Dice", "Files", "CPosix", "Stage"],
      path: "Tests/Support", swiftSettings: strict),
    // System calls of a program as another one sees them, and answers them.
    .systemLibrary(name: "CWatch", path: "Tests/CWatch"),
    // Not a test either: what `make torture` runs, and `make test` a small share of.
    .executableTarget(
      name: "Torture", dependencies: ["Cells", "CPosix", "CWatch", "Dice", "Stage"], path: "Tests/Torture",
      swiftSettings: strict),
    .target(name: "CodeReader", dependencies: ["Cells"], path: "Tests/CodeReader", swiftSettings: strict),
    // What `make soak` runs, and `make test` a small share of.
    .executableTarget(
      name: "Soak", dependencies: ["Agenda", "Catalogue", "Cells", "Dice", "Interface", "Stage"], path: "Tests/Soak",
      swiftSettings: strict),
    // Not a test: what `make bench` runs. It measures the finished program from outside, as its user feels it.
    .executableTarget(
      name: "Bench", dependencies: ["Agenda", "CPosix", "Dice"], path: "Tests/Bench", swiftSettings: strict),
    .executableTarget(
      name: "TerminalProbe", dependencies: ["Terminal", "Cells", "Interface", "Messages"],
      path: "Tests/TerminalProbe", swiftSettings: strict),
    tests("JSONTests", ["JSON"]),
    tests("MessagesTests", ["Times", "Messages", "Support"]),
    tests("TimesTests", ["Times"]),
    tests("MarkupTests", ["Markup"]),
    tests("FilesTests", ["Files", "CPosix", "Support"]),
    tests("AgendaTests", ["Times", "JSON", "Messages", "Agenda", "Dice", "Support"]),
    tests("CellsTests", ["Cells", "Dice", "Support"]),
    tests("CatalogueTests", ["Times", "Catalogue", "Agenda", "Dice", "Files", "Support"]),
    tests(
      "InterchangeTests",
      ["Times", "Markup", "JSON", "Messages", "Interchange", "Agenda", "Cells", "Files", "CICal", "CPosix", "Support"]),
    tests("NotesTests", ["Messages", "Notes", "Agenda", "Dice", "Files", "Interchange", "CICal", "CPosix", "Support"]),
    tests(
      "InterfaceTests",
      [
        "Interface", "Catalogue", "Agenda", "Files", "Interchange", "Notes", "Cells", "Messages", "CodeReader",
        "Dice", "Support",
      ]),
    tests("TerminalTests", ["Terminal", "Cells", "Support", "TerminalProbe"]),
    tests("EndToEndTests", ["Support", "CodeReader", "Cells", "plenary", "Soak", "Torture"]),
  ]
)
