import Foundation

/// Files of the shared data folder.
enum DataFiles {
  static func bytes(of path: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
  }

  /// The lines that hold something.
  static func lines(of path: String) throws -> [[UInt8]] {
    try bytes(of: path).split(separator: UInt8(ascii: "\n")).map(Array.init)
  }

  /// The names with an ending directly in a folder, sorted; there is at least one.
  static func names(in folder: String, suffix: String) throws -> [String] {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(suffix) }.sorted()
    guard !names.isEmpty else { throw UnreadableCollection(message: "nothing ends in '\(suffix)' in \(folder)") }
    return names
  }
}

/// Data that is not what it is known to be.
public struct UnreadableCollection: Error, CustomStringConvertible {
  let message: String
  public var description: String { "The shared data has changed: \(message). Compare it with its INDEX.md." }
}
