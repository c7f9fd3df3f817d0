import Synchronization

/// A run in which several uses of one cassette record: the cases of a test, or the tests of a suite. What one of them
/// recorded is not lost to the next.
public final class RecordingRun: Sendable {
  /// The run of this process, which tests are a part of.
  public static let ofThisProcess = RecordingRun()

  /// What was recorded anew, by the path of its file.
  private let files = Mutex<[String: Rerecording]>([:])

  /// A run in which nothing is recorded yet.
  public init() {}

  /// Saves a file, one use after the other.
  ///
  /// - Parameter save: Gets what the run has recorded anew into the file. Where it throws, that stays as it was.
  func save(
    _ path: String, _ save: (inout Rerecording?) throws(CassetteError) -> CassetteFile.Result?
  ) throws(CassetteError) -> CassetteFile.Result? {
    try files.withLock { files throws(CassetteError) in
      var file = files[path]
      let result = try save(&file)
      files[path] = file
      return result
    }
  }
}
