/// The files that a command may read and write.
public protocol FileAccess: Sendable {
  /// The bytes of a file.
  func bytes(at path: String) throws(SystemFailure) -> [UInt8]

  /// The bytes of a file, piece by piece.
  func source(at path: String) throws(SystemFailure) -> any ByteSource

  /// What is at a path, links followed; nil where nothing is.
  func kind(at path: String) -> FileKind?

  /// Whether the path itself is a symbolic link.
  func isLink(at path: String) -> Bool

  /// The names in a folder, in the order of their UTF-8 bytes.
  func names(in folder: String) throws(SystemFailure) -> [String]

  /// The absolute path without links, `.` and `..`; nil where nothing is.
  func realPath(of path: String) -> String?

  /// Makes a folder and those around it, as far as they are not there.
  func makeFolder(at path: String) throws(SystemFailure)

  /// Writes a file as a whole: whoever reads it sees the old bytes or the new ones.
  func write(_ bytes: [UInt8], to path: String) throws(SystemFailure)
}

extension FileAccess {
  public func source(at path: String) throws(SystemFailure) -> any ByteSource { MemorySource(try bytes(at: path)) }
}

/// What a path leads to.
public enum FileKind: Sendable, Equatable {
  /// A plain file.
  case file
  /// A folder.
  case folder
  /// A pipe, a device or a socket, from which reading may never end.
  case other
}
