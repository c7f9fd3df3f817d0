import Foundation
public import Testing
import Typecast
public import TypecastCassettes

extension Trait where Self == CassetteTrait {
  /// Answers the requests of a test out of a cassette, `Golden/cassettes/NAME.xml` of the package:
  ///
  ///     @Test(.cassette("gemini/quota-day")) func quota() async throws { … }
  ///
  /// Without a cassette, and with `TYPECAST_RECORD=missing`, what servers answer is recorded into it. The test fails where
  /// it asks for something that was not recorded, where an exchange is left that it did not ask for, and where it recorded.
  /// Waits take no time. Each case of a test with arguments has a state of its own.
  ///
  /// - Parameters:
  ///   - name: The file below `Golden/cassettes`, without its ending.
  ///   - matching: What makes a request the one that was recorded.
  ///   - options: How fast and in which pieces answers come, and what goes wrong.
  ///   - allowsUnused: Whether exchanges may be left over.
  ///   - redaction: What is taken out before anything is saved.
  ///   - filePath: A file of the package that has the cassette.
  public static func cassette(
    _ name: String, matching: Matching = Matching(), options: ReplayOptions = ReplayOptions(),
    allowsUnused: Bool = false,
    redaction: Redaction = .standard, filePath: String = #filePath
  ) -> CassetteTrait {
    CassetteTrait(
      name: name, matching: matching, options: options, allowsUnused: allowsUnused, redaction: redaction,
      filePath: filePath)
  }
}

/// Plays or records a cassette around each case of a test.
public struct CassetteTrait: TestTrait, SuiteTrait, TestScoping {
  let name: String
  let matching: Matching
  let options: ReplayOptions
  let allowsUnused: Bool
  let redaction: Redaction
  let filePath: String

  /// At a suite it holds for each of its tests.
  public var isRecursive: Bool { true }

  public func provideScope(
    for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
  ) async throws {
    // A suite has no case; its tests get the trait one by one.
    guard testCase != nil else { return try await function() }
    let path = try TestedPackage.path(ofCassette: name, for: filePath)
    try await perform(function, at: path, RecordMode.current(), MissPolicy.current(), test.sourceLocation)
  }

  /// Runs a test with the cassette of a file.
  ///
  /// - Parameter location: Where the test is, for what it is told.
  func perform(
    _ function: @Sendable () async throws -> Void, at path: String, _ mode: RecordMode, _ misses: MissPolicy,
    _ location: SourceLocation
  ) async throws {
    let report = RunReport(path: path, allowsUnused: allowsUnused, location: location)
    guard mode == .failed else {
      let run = try await run(function, path, mode, misses)
      report.tell(run)
      return try run.result.get()
    }
    // What others that share the file ask for stays.
    var replaced: [Exchange]?
    var isAgain = false
    if CassetteFile.exists(path) || misses == .live {
      let first = try await run(function, path, mode, misses)
      if report.isFine(first) { return try first.result.get() }
      if (try? CassetteReader(path: path))?.origin == .authored {
        report.tell(first)
        report.tellOfAuthor()
        return try first.result.get()
      }
      if allowsUnused { replaced = first.asked }
      isAgain = true
    }
    var last = try await run(function, path, .all, misses, replacing: replaced)
    last.isAgain = isAgain
    report.tell(last)
    try last.result.get()
  }

  /// Runs the test once.
  private func run(
    _ function: @Sendable () async throws -> Void, _ path: String, _ mode: RecordMode, _ misses: MissPolicy,
    replacing old: [Exchange]? = nil
  ) async throws -> TestRun {
    let session = try CassetteSession(
      path: path, mode: mode, misses: misses, matching: matching, options: options, redaction: redaction)
    let watch = IssueWatch()
    var environment = CallEnvironment.current
    environment.transport = { session.transport(around: $0) }
    // A server that is asked keeps its own time.
    if mode == .never, misses == .fail { environment.clock = CallClock(VirtualClock(skippingSleep: true)) }
    let result = await CallEnvironment.$current.withValue(environment) { await watch.run(function) }
    let hasFailed = watch.hasSeenIssue || (try? result.get()) == nil
    let ending = try await session.finish(saving: !hasFailed, in: .ofThisProcess, replacing: old)
    return TestRun(result: result, hasFailed: hasFailed, ending: ending, asked: session.asked)
  }
}

/// Sees the issues of a test without taking any of them.
private final class IssueWatch: @unchecked Sendable {
  private let lock = NSLock()
  private var seen = false

  var hasSeenIssue: Bool { lock.withLock { seen } }

  /// What a test throws goes to who runs it; told here, it would be told twice.
  func run(_ function: @Sendable () async throws -> Void) async -> Result<Void, any Error> {
    var result = Result<Void, any Error>.success(())
    await withKnownIssue(isIntermittent: true) {
      do { try await function() } catch { result = .failure(error) }
    } matching: { _ in
      self.lock.withLock { self.seen = true }
      return false
    }
    return result
  }
}
