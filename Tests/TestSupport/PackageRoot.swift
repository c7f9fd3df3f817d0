import Foundation

/// The folder that holds `Package.swift`, found from where this file was compiled.
///
/// Symbolic links are resolved: a package that borrows folders of this one reads the same goldens and the same data.
public enum PackageRoot {
  /// The absolute path, without a slash at the end.
  public static let path: String = {
    var folder = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
    for _ in 0..<3 { folder.deleteLastPathComponent() }
    return folder.standardizedFileURL.path
  }()

  /// The absolute path of a file or folder that is named relative to the package.
  public static func path(to relativePath: String) -> String {
    path + "/" + relativePath
  }

  /// The bytes of a file of the package.
  public static func bytes(of relativePath: String) throws -> [UInt8] {
    try Files.bytes(at: path(to: relativePath))
  }

  /// The text of a file of the package.
  public static func text(of relativePath: String) throws -> String {
    String(decoding: try bytes(of: relativePath), as: UTF8.self)
  }

  /// The files below a folder of the package, sorted, as paths relative to the package.
  ///
  /// Folders whose name begins with a dot are left out. A folder that does not exist has no files.
  public static func files(below relativePath: String, suffix: String = "") -> [String] {
    Files.names(below: path(to: relativePath), suffix: suffix).map { relativePath + "/" + $0 }
  }
}
