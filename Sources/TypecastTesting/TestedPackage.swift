import Foundation

/// Finds files of the package that a test belongs to.
enum TestedPackage {
  /// The place of a file of the package of a source file.
  static func path(of file: String, for sourceFile: String) throws -> String {
    guard !file.split(separator: "/").contains("..") else {
      throw NoPackage(reason: "'\(file)' leads out of the package.")
    }
    var folder = URL(fileURLWithPath: sourceFile).deletingLastPathComponent()
    while folder.path != "/" {
      if FileManager.default.fileExists(atPath: folder.appendingPathComponent("Package.swift").path) {
        return folder.appendingPathComponent(file).path
      }
      folder.deleteLastPathComponent()
    }
    throw NoPackage(reason: "There is no Package.swift above \(sourceFile).")
  }

  struct NoPackage: Error, CustomStringConvertible {
    let reason: String
    var description: String { reason }
  }
}
