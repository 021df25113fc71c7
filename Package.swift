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
  ],
  targets: [
    // Exposes libcmark's header.
    .systemLibrary(
      name: "CCMark", pkgConfig: "libcmark",
      providers: [.apt(["libcmark-dev"]), .brew(["cmark"])]),
    // Says where in a source something is and what is wrong there; prints it.
    .target(name: "Diagnostics", swiftSettings: strict),
    // Turns Markdown into a value tree with spans, and that tree into HTML.
    .target(name: "CommonMark", dependencies: ["CCMark", "Diagnostics"], swiftSettings: strict),
    // Turns template text into checked programs and renders them with values.
    .target(name: "Templates", dependencies: ["Diagnostics"], swiftSettings: strict),

    // Maps arguments to the calls above and prints.
    .target(
      name: "GazetteCommands",
      dependencies: [
        "CommonMark", "Diagnostics", "Templates",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], swiftSettings: strict),
    // Starts `GazetteCommands`.
    .executableTarget(
      name: "gazette", dependencies: ["GazetteCommands"], swiftSettings: strict),

    .testTarget(
      name: "DiagnosticsTests", dependencies: ["Diagnostics"], swiftSettings: strict),
    .testTarget(
      name: "CommonMarkTests", dependencies: ["CommonMark", "Diagnostics"], swiftSettings: strict),
    .testTarget(
      name: "TemplatesTests", dependencies: ["Templates", "Diagnostics"],
      exclude: ["Fixtures"], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
