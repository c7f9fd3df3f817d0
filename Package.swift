// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "typecast",
  platforms: [.macOS(.v15), .iOS(.v18), .tvOS(.v18), .watchOS(.v11), .visionOS(.v2)],
  products: [
    .library(name: "TypecastJSON", targets: ["TypecastJSON"]),
    .library(name: "TypecastSchema", targets: ["TypecastSchema"]),
    .library(name: "Typecast", targets: ["Typecast"]),
    .library(name: "TypecastModels", targets: ["TypecastModels", "TypecastCurl"]),
    .library(name: "TypecastCassettes", targets: ["TypecastCassettes"]),
    .library(name: "TypecastTesting", targets: ["TypecastTesting", "TypecastCassettes"]),
    .executable(name: "typecast", targets: ["TypecastTool"]),
    .plugin(name: "TypecastPlugin", targets: ["TypecastPlugin"]),
  ],
  targets: [
    .target(name: "TypecastJSON"),
    .target(name: "TypecastSchema", dependencies: ["TypecastJSON"]),
    .target(name: "TypecastPrompts", dependencies: ["TypecastJSON", "TypecastSchema"]),
    .target(name: "TypecastCompiler", dependencies: ["TypecastSchema", "TypecastPrompts"]),
    .executableTarget(name: "TypecastCompileTool", dependencies: ["TypecastCompiler"]),
    .plugin(name: "TypecastPlugin", capability: .buildTool(), dependencies: ["TypecastCompileTool"]),
    .target(name: "Typecast", dependencies: ["TypecastJSON", "TypecastSchema", "TypecastPrompts"]),
    .systemLibrary(name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
    .target(name: "TypecastCurl", dependencies: ["CCurl", "Typecast"]),
    .target(name: "TypecastModels", dependencies: ["Typecast", "TypecastCurl", "TypecastJSON", "TypecastSchema"]),
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .target(name: "TypecastCassettes", dependencies: ["CLibXML2", "CYAML", "Typecast", "TypecastJSON"]),
    .target(
      name: "TypecastGates",
      dependencies: ["Typecast", "TypecastJSON", "TypecastSchema", "TypecastCassettes", "TypecastModels"]),
    .target(name: "TypecastTesting", dependencies: ["TypecastGates", "TypecastCassettes", "Typecast"]),
    .systemLibrary(name: "CMicroHTTPD", pkgConfig: "libmicrohttpd", providers: [.apt(["libmicrohttpd-dev"])]),
    .target(name: "TypecastServer", dependencies: ["CMicroHTTPD", "Typecast"]),
    .target(name: "Schemas", dependencies: ["Typecast"], path: "Schemas", plugins: ["TypecastPlugin"]),
    .executableTarget(
      name: "Demo", dependencies: ["Schemas", "Typecast", "TypecastModels", "TypecastCassettes", "TypecastJSON"]),
    .target(
      name: "TypecastCommands",
      dependencies: [
        "TypecastJSON", "TypecastSchema", "TypecastPrompts", "TypecastCompiler", "Typecast", "TypecastModels",
        "TypecastCassettes", "TypecastServer", "TypecastGates",
      ]),
    .executableTarget(name: "TypecastTool", dependencies: ["TypecastCommands"]),

    .target(
      name: "FuzzTargets",
      dependencies: [
        "TypecastJSON", "TypecastSchema", "TypecastPrompts", "TypecastCompiler", "Typecast", "TypecastModels",
        "TypecastCassettes",
      ],
      path: "Fuzz/Targets"),

    .target(name: "TestSupport", dependencies: ["TypecastJSON"], path: "Tests/TestSupport"),
    .testTarget(name: "TypecastJSONTests", dependencies: ["TypecastJSON", "TestSupport"]),
    .testTarget(
      name: "TypecastSchemaTests", dependencies: ["TypecastSchema", "TypecastJSON", "TestSupport", "Verdicts"]),
    .testTarget(
      name: "TypecastPromptsTests", dependencies: ["TypecastPrompts", "TypecastSchema", "TypecastJSON", "TestSupport"]),
    .testTarget(
      name: "TypecastCommandsTests",
      dependencies: [
        "TypecastCommands", "TypecastTool", "TypecastJSON", "TypecastSchema", "TypecastCassettes", "TypecastCurl",
        "TestSupport", "LoopbackServer",
      ]),
    .testTarget(
      name: "SchemasTests",
      dependencies: [
        "Schemas", "Typecast", "TypecastModels", "TypecastCassettes", "TypecastCurl", "TypecastTesting", "TypecastJSON",
        "TestSupport",
      ]),
    .testTarget(
      name: "TypecastCompilerTests",
      dependencies: ["TypecastCompiler", "TypecastJSON", "TypecastSchema", "TestSupport"]),
    .target(name: "GoldenTypes", dependencies: ["Typecast"], path: "Tests/GoldenTypes"),
    .testTarget(
      name: "TypecastTests",
      dependencies: ["Typecast", "GoldenTypes", "TypecastJSON", "TypecastSchema", "TestSupport"],
      exclude: ["Casting/repair-differences.tsv"]),
    .testTarget(
      name: "TypecastModelsTests",
      dependencies: [
        "TypecastModels", "Typecast", "TypecastCassettes", "TypecastCurl", "TypecastJSON", "TypecastSchema",
        "TestSupport", "LoopbackServer",
      ]),
    .target(name: "LoopbackServer", path: "Tests/LoopbackServer"),
    .testTarget(name: "TypecastCurlTests", dependencies: ["TypecastCurl", "Typecast", "LoopbackServer"]),
    .testTarget(
      name: "TypecastCassettesTests",
      dependencies: ["TypecastCassettes", "Typecast", "TypecastJSON", "TypecastModels", "TestSupport"]),
    .testTarget(
      name: "TypecastTestingTests",
      dependencies: [
        "TypecastTesting", "TypecastCassettes", "TypecastModels", "Typecast", "TestSupport", "LoopbackServer",
      ]),
    .testTarget(
      name: "TypecastServerTests", dependencies: ["TypecastServer", "Typecast", "TypecastCurl", "LoopbackServer"]),
    .testTarget(
      name: "TypecastGatesTests",
      dependencies: [
        "TypecastGates", "TypecastCassettes", "TypecastModels", "Typecast", "TypecastJSON", "TestSupport",
      ]),
    .testTarget(
      name: "DemoTests", dependencies: ["Demo", "Schemas", "Typecast", "TypecastCassettes", "TestSupport"]),
    .testTarget(name: "ArchitectureTests", dependencies: ["TestSupport"]),

    .target(name: "GeneratedCases", dependencies: ["TypecastJSON"], path: "Tests/Generated/GeneratedCases"),
    .executableTarget(
      name: "SuiteWriter", dependencies: ["GeneratedCases", "TypecastCompiler", "TypecastJSON", "TypecastSchema"],
      path: "Tests/Generated/SuiteWriter"),
    .executableTarget(
      name: "RealSchemaProbe",
      dependencies: ["GeneratedCases", "TypecastCompiler", "TypecastJSON", "TypecastSchema", "Verdicts"],
      path: "Tests/Generated/RealSchemaProbe"),
    .executableTarget(name: "PatternProbe", dependencies: ["TypecastSchema"], path: "Tests/Differential/PatternProbe"),
    .executableTarget(
      name: "ValidationProbe", dependencies: ["TypecastJSON", "TypecastSchema"],
      path: "Tests/Differential/ValidationProbe"),
    .executableTarget(
      name: "SketchProbe", dependencies: ["TypecastJSON", "TypecastSchema"], path: "Tests/Differential/SketchProbe"),
    .target(name: "Verdicts", dependencies: ["TypecastJSON", "TypecastSchema"], path: "Tests/Verdicts/Verdicts"),
    .executableTarget(name: "VerdictProbe", dependencies: ["Verdicts"], path: "Tests/Verdicts/VerdictProbe"),
  ],
  swiftLanguageModes: [.v6]
)

// The plugin's tool can't be linked with a fuzzer, and nothing that is fuzzed needs the plugin.
if Context.environment["TYPECAST_FUZZING"] != nil {
  let plugged = ["TypecastPlugin", "Schemas", "SchemasTests", "Demo", "DemoTests"]
  package.targets.removeAll { plugged.contains($0.name) }
  package.products.removeAll { plugged.contains($0.name) }
}

for target in package.targets where target.type != .plugin && target.type != .system {
  target.swiftSettings = [
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
  ]
  // In an optimised build the tests themselves stay as they are: they are most of the code, and none of the product.
  if target.type == .test { target.swiftSettings?.append(.unsafeFlags(["-Onone"], .when(configuration: .release))) }
}
