import Foundation

/// Finds files of the package that a test belongs to.
enum TestedPackage {
  /// The place of a cassette of the package of a source file.
  static func path(ofCassette name: String, for sourceFile: String) throws -> String {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    let isName = parts.allSatisfy { part in
      // What begins with a dot is hidden, and what looks for cassettes does not see it.
      !part.isEmpty && !part.hasPrefix(".") && part.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0 != "\\" }
    }
    guard isName, !name.hasSuffix(".xml") else {
      throw NoPackage(
        reason:
          "'\(name)' is no name of a cassette. Write the path below Golden/cassettes without .xml: ollama/capital.")
    }
    return try path(of: "Golden/cassettes/\(name).xml", for: sourceFile)
  }

  /// The place of a file of the package of a source file.
  static func path(of file: String, for sourceFile: String) throws -> String {
    var folder = URL(fileURLWithPath: sourceFile).deletingLastPathComponent()
    while folder.path != "/" {
      if FileManager.default.fileExists(atPath: folder.appendingPathComponent("Package.swift").path) {
        return folder.appendingPathComponent(file).path
      }
      folder.deleteLastPathComponent()
    }
    throw NoPackage(
      reason: "There is no Package.swift above \(sourceFile). Give the trait the filePath of a file of the package.")
  }

  struct NoPackage: Error, CustomStringConvertible {
    let reason: String
    var description: String { reason }
  }
}
