import Synchronization

/// A run in which several uses of one cassette record: the cases of a test, or the tests of a suite. What one of them
/// recorded is not lost to the next.
public final class RecordingRun: Sendable {
  /// The run of this process, which tests are a part of.
  public static let ofThisProcess = RecordingRun()

  /// What was recorded, by the path of its file.
  private let recorded = Mutex<[String: [Exchange]]>([:])

  /// A run in which nothing is recorded yet.
  public init() {}

  /// Adds to a file, one use after the other.
  ///
  /// - Parameter save: Gets what the run has recorded into the file, and gives that with its own, and what saving did.
  func add(
    to path: String,
    _ save: (_ earlier: [Exchange]) throws(CassetteError) -> (exchanges: [Exchange], result: CassetteFile.Result)
  ) throws(CassetteError) -> CassetteFile.Result {
    try recorded.withLock { recorded throws(CassetteError) in
      let (exchanges, result) = try save(recorded[path] ?? [])
      recorded[path] = exchanges
      return result
    }
  }
}
