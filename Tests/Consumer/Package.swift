// swift-tools-version: 6.2
import PackageDescription

// A package that uses Typecast as its users do: `consumer.sh` clones it and says where to.
let typecast = Context.environment["TYPECAST_URL"] ?? "https://example.com/typecast.git"

let package = Package(
  name: "consumer",
  dependencies: [.package(url: typecast, from: "0.1.0")],
  targets: [
    .target(
      name: "Schemas",
      dependencies: [.product(name: "Typecast", package: "typecast")],
      path: "Schemas",
      plugins: [.plugin(name: "TypecastPlugin", package: "typecast")]),
    .executableTarget(name: "Consumer", dependencies: ["Schemas"]),
  ],
  swiftLanguageModes: [.v6]
)

for target in package.targets {
  target.swiftSettings = [
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
  ]
}
