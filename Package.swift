// swift-tools-version: 6.2

import PackageDescription

/// What every Swift target is built with: Swift 6 language mode, warnings as errors.
let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "gazette",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "gazette", targets: ["gazette"])],
  dependencies: [
    .package(url: "https://github.com/jpsim/Yams.git", from: "6.2.0"),
    .package(url: "https://github.com/apple/swift-argument-parser.git", from: "1.8.0"),
    .package(url: "https://github.com/swhitty/FlyingFox.git", from: "0.27.1"),
  ],
  targets: [
    // Exposes libcmark's header.
    .systemLibrary(
      name: "CCMark", pkgConfig: "libcmark",
      providers: [.apt(["libcmark-dev"]), .brew(["cmark"])]),
    // Gives the process mimalloc for its memory; the C library's own allocator is slow on threads.
    .systemLibrary(
      name: "CMimalloc", providers: [.apt(["libmimalloc-dev"])]),
    // Says where in a source something is and what is wrong there; prints it.
    .target(name: "Diagnostics", swiftSettings: strict),
    // Counts days and months, and reads and writes them.
    .target(name: "GregorianCalendar", swiftSettings: strict),
    // Turns Markdown into a value tree with spans, and that tree into HTML.
    .target(
      name: "CommonMark",
      dependencies: ["ByteMasks", "CCMark", "Diagnostics", "Packing", "ParseMemory"],
      exclude: ["README.md"], swiftSettings: strict),
    // Gives libcmark its memory.
    .target(name: "ParseMemory"),
    // Tells of many bytes at once which are of a kind.
    .target(name: "ByteMasks"),
    // Gives content numbers by which it is known to be the same as before.
    .target(name: "Fingerprints", swiftSettings: strict),
    // Writes values as bytes and reads them back, trusting nothing.
    .target(name: "Packing", dependencies: ["Fingerprints"], swiftSettings: strict),
    // Decides from fingerprints which tasks must run again, and why; knows nothing of sites.
    .target(name: "BuildGraph", dependencies: ["Fingerprints", "Packing"], swiftSettings: strict),
    // Turns template text into checked programs and renders them with values.
    .target(
      name: "Templates",
      dependencies: ["Diagnostics", "Fingerprints", "GregorianCalendar", "Packing"],
      exclude: ["README.md"], swiftSettings: strict),
    // Turns source documents into a validated, immutable `Site`; derives values.
    .target(
      name: "Content",
      dependencies: [
        "CommonMark", "Diagnostics", "Fingerprints", "GregorianCalendar", "Packing",
        .product(name: "Yams", package: "Yams"),
      ],
      swiftSettings: strict),
    // Reads, writes, watches and compares a tree of files; publishes all of one or none of it.
    .target(name: "Files", exclude: ["README.md"], swiftSettings: strict),
    // Encodes feeds, calendars, sitemaps, redirects, CSV and JSON from plain values.
    .target(
      name: "Formats", dependencies: ["GregorianCalendar"], exclude: ["README.md"],
      swiftSettings: strict),

    // Joins content and templates: plans outputs, renders, publishes.
    .target(
      name: "SiteBuild",
      dependencies: [
        "BuildGraph", "CommonMark", "Content", "Diagnostics", "Files", "Fingerprints", "Formats",
        "GregorianCalendar", "Packing", "Templates",
      ],
      swiftSettings: strict, plugins: ["EmbedTheme"]),
    // Embeds the folder `templates` in `SiteBuild`, each time that one of them changes.
    .plugin(name: "EmbedTheme", capability: .buildTool(), dependencies: ["theme-embedder"]),
    .executableTarget(name: "theme-embedder", swiftSettings: strict),
    // The editorial rules: functions from a `Site` to findings.
    .target(
      name: "Editorial",
      dependencies: ["ByteMasks", "CommonMark", "Content", "Diagnostics", "GregorianCalendar"],
      swiftSettings: strict),
    // Serves a publication on loopback and tells browsers to reload.
    .target(
      name: "Preview",
      dependencies: [
        "Diagnostics", "Files", .product(name: "FlyingSocks", package: "FlyingFox"),
      ],
      swiftSettings: strict),
    // Maps arguments to the calls above and prints.
    .target(
      name: "GazetteCommands",
      dependencies: [
        "CommonMark", "Content", "Diagnostics", "Editorial", "Files", "Formats", "Preview",
        "SiteBuild", "Templates",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], swiftSettings: strict),
    // Starts `GazetteCommands`.
    .executableTarget(
      name: "gazette",
      dependencies: [
        "GazetteCommands", .target(name: "CMimalloc", condition: .when(platforms: [.linux])),
      ],
      swiftSettings: strict),

    // Measures CommonMark against libcmark alone; see Benchmarks/markdown.
    .executableTarget(
      name: "markdown-benchmark", dependencies: ["CommonMark"], path: "Benchmarks/markdown",
      exclude: ["README.md", "generate.py", "peer.c"], sources: ["main.swift"],
      swiftSettings: strict),

    .testTarget(
      name: "DiagnosticsTests", dependencies: ["Diagnostics"], swiftSettings: strict),
    // Decides how long fuzz tests go on.
    .target(name: "FuzzSupport", path: "Tests/FuzzSupport", swiftSettings: strict),
    .testTarget(
      name: "CommonMarkTests",
      dependencies: ["ByteMasks", "CommonMark", "Diagnostics", "FuzzSupport", "Packing"],
      swiftSettings: strict),
    .testTarget(
      name: "GregorianCalendarTests", dependencies: ["GregorianCalendar"], swiftSettings: strict),
    .testTarget(
      name: "ContentTests",
      dependencies: ["Content", "Diagnostics", "FuzzSupport", "GregorianCalendar"],
      swiftSettings: strict),
    .testTarget(
      name: "EditorialTests",
      dependencies: ["Content", "Diagnostics", "Editorial", "FuzzSupport", "GregorianCalendar"],
      swiftSettings: strict),
    .testTarget(
      name: "GazetteCommandsTests",
      dependencies: [
        "Content", "Diagnostics", "Editorial", "Files", "FuzzSupport", "GazetteCommands",
        "Preview", "SiteBuild",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], swiftSettings: strict),
    .testTarget(
      name: "TemplatesTests",
      dependencies: [
        "Templates", "Diagnostics", "Fingerprints", "FuzzSupport", "GregorianCalendar", "Packing",
      ],
      exclude: ["Fixtures"], swiftSettings: strict),
    .testTarget(name: "PackingTests", dependencies: ["Packing"], swiftSettings: strict),
    .testTarget(
      name: "BuildGraphTests", dependencies: ["BuildGraph", "Fingerprints", "Packing"],
      swiftSettings: strict),
    .testTarget(
      name: "SiteBuildTests",
      dependencies: ["Content", "Diagnostics", "Files", "FuzzSupport", "SiteBuild"],
      swiftSettings: strict),
    // Publishes and is killed on the way; only the tests of `Files` run it.
    .executableTarget(
      name: "publication-victim", dependencies: ["Files"], path: "Tests/PublicationVictim",
      swiftSettings: strict),
    .testTarget(
      name: "FilesTests", dependencies: ["Files", "publication-victim"], swiftSettings: strict),
    .testTarget(
      name: "PreviewTests", dependencies: ["Diagnostics", "Files", "Preview"],
      swiftSettings: strict),
    .testTarget(
      name: "FormatsTests", dependencies: ["Formats", "GregorianCalendar"], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
