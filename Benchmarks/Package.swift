// swift-tools-version: 6.2
import PackageDescription

// A package at a path goes by the name of its folder, whatever its manifest says.
let typecast = Context.packageDirectory.split(separator: "/").dropLast().last.map { $0.lowercased() } ?? "typecast"

let package = Package(
  name: "benchmarks",
  dependencies: [.package(path: "..")],
  targets: [
    .target(name: "Invoices", dependencies: [.product(name: "TypecastJSON", package: typecast)]),
    .target(
      name: "GeneratedInvoices", dependencies: [.product(name: "Typecast", package: typecast)],
      plugins: [.plugin(name: "TypecastPlugin", package: typecast)]),
    .executableTarget(
      name: "Bench",
      dependencies: [
        "Invoices", "GeneratedInvoices", .product(name: "Typecast", package: typecast),
        .product(name: "TypecastJSON", package: typecast),
        .product(name: "TypecastSchema", package: typecast),
        .product(name: "TypecastModels", package: typecast),
        .product(name: "TypecastCassettes", package: typecast),
      ]),
    .executableTarget(
      name: "TransportBench",
      dependencies: [
        .product(name: "Typecast", package: typecast), .product(name: "TypecastModels", package: typecast),
      ]),
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
