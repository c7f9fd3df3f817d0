import Foundation
public import Testing
import TypecastGates

/// Records an issue for each gate that the package of a test falls short of.
///
///     import TypecastTesting
///
///     @Test func gates() throws { try expectGates() }
public func expectGates(filePath: String = #filePath, sourceLocation: SourceLocation = #_sourceLocation) throws {
  let manifest = try TestedPackage.path(of: "Package.swift", for: filePath)
  for report in try Gates.reports(package: URL(fileURLWithPath: manifest).deletingLastPathComponent().path) {
    if !report.passes { Issue.record(Comment(rawValue: report.table), sourceLocation: sourceLocation) }
  }
}
