import Foundation
public import Testing

/// The shared data folder: schemas, suites and exchanges that are read but never copied into the package.
///
/// It is looked for at `TYPECAST_DATA`, then at `../shared/data` beside the package. A test that needs it carries the
/// trait `.needsTestData`, or calls ``require(_:)``: without the folder it is skipped with a sentence, and with
/// `TYPECAST_REQUIRE_DATA=1` it fails instead.
public enum TestData {
  /// Whether a test without its data fails (`TYPECAST_REQUIRE_DATA=1`).
  public static let isRequired = ProcessInfo.processInfo.environment["TYPECAST_REQUIRE_DATA"] == "1"

  /// The absolute path of the data folder, or nil where there is none.
  public static let folder: String? = {
    if let named = ProcessInfo.processInfo.environment["TYPECAST_DATA"], !named.isEmpty {
      return Files.isFolder(named) ? named : nil
    }
    let beside = PackageRoot.path(to: "../shared/data")
    return Files.isFolder(beside) ? beside : nil
  }()

  /// Why a test that needs the data does not run.
  public static let absence = """
    The shared data folder is not here. Set TYPECAST_DATA to it, or put it at ../shared/data beside the package.
    """

  /// The absolute path of a file or folder of the data.
  ///
  /// Where it is absent the running test ends here: skipped, or failed if the data is required.
  public static func require(_ relativePath: String) throws -> String {
    guard let folder else {
      if isRequired { throw MissingTestData(message: absence) }
      try Test.cancel(Comment(rawValue: absence))
    }
    let path = folder + "/" + relativePath
    guard FileManager.default.fileExists(atPath: path) else {
      throw MissingTestData(message: "The shared data folder has no '\(relativePath)'. Compare it with its INDEX.md.")
    }
    return path
  }

  /// The bytes of one file of the data.
  public static func bytes(of relativePath: String) throws -> [UInt8] {
    try Files.bytes(at: require(relativePath))
  }

  /// The non-blank lines of one file of the data, as bytes without their line ends.
  public static func lines(of relativePath: String) throws -> [[UInt8]] {
    let bytes = try bytes(of: relativePath)
    var lines: [[UInt8]] = []
    var start = 0
    while start < bytes.count {
      // `split` takes seconds in a debug build for all that is read.
      let end = bytes.withUnsafeBytes { all in
        memchr(all.baseAddress! + start, 0x0A, all.count - start).map { all.baseAddress!.distance(to: $0) } ?? all.count
      }
      let hasReturn = end > start && bytes[end - 1] == UInt8(ascii: "\r")
      if end > start { lines.append(Array(bytes[start..<(hasReturn ? end - 1 : end)])) }
      start = end + 1
    }
    guard !lines.isEmpty else { throw MissingTestData(message: "'\(relativePath)' of the shared data is empty.") }
    return lines
  }

  /// The files below a folder of the data, sorted, as paths relative to the data folder.
  ///
  /// Finding none is an error: a run over nothing proves nothing.
  public static func files(below relativePath: String, suffix: String = "") throws -> [String] {
    let names = Files.names(below: try require(relativePath), suffix: suffix)
    guard !names.isEmpty else {
      throw MissingTestData(message: "The shared data has no file '*\(suffix)' below '\(relativePath)'.")
    }
    return names.map { relativePath + "/" + $0 }
  }
}

/// Data that a test must have and that is not there.
public struct MissingTestData: Error, CustomStringConvertible {
  public let message: String

  public var description: String { message }
}

extension Trait where Self == ConditionTrait {
  /// Skips a test or suite where the shared data folder is absent, unless the data is required.
  public static var needsTestData: Self {
    .enabled(if: TestData.folder != nil || TestData.isRequired, Comment(rawValue: TestData.absence))
  }
}
