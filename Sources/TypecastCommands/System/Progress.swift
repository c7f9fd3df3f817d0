import Synchronization
import Typecast

/// Tells on standard error that a command is still at work, where that takes longer than two seconds.
///
/// Each line is whole and written at once, so that it stands beside what else is printed on a terminal or in a log.
final class Progress: Sendable {
  private let sink: any ByteSink
  private let patience: Duration

  /// How many waits are under way that are no work.
  private let waits = Mutex(0)

  init(_ sink: any ByteSink, patience: Duration) {
    self.sink = sink
    self.patience = patience
  }

  /// Runs something; says what it is and how long it has taken when it takes long, and then ever more seldom.
  func during<Result>(
    _ work: String, _ body: () async throws(CommandFailure) -> Result
  ) async throws(CommandFailure) -> Result {
    let ticker = Task { [self] in
      let start = ContinuousClock.now
      var pause = patience
      while (try? await Task.sleep(for: pause)) != nil {
        waits.withLock { waits in
          if waits == 0 { tell("\(work), for \((ContinuousClock.now - start).short) now") }
        }
        pause = min(pause * 2, .seconds(30))
      }
    }
    do throws(CommandFailure) {
      let result = try await body()
      await end(ticker)
      return result
    } catch {
      await end(ticker)
      throw error
    }
  }

  /// Waits for somebody who reads or types: a line in between would be in the way.
  func quietly<Result, Failure>(_ body: () throws(Failure) -> Result) throws(Failure) -> Result {
    waits.withLock { $0 += 1 }
    defer { waits.withLock { $0 -= 1 } }
    return try body()
  }

  /// No line comes after what is printed next.
  private func end(_ ticker: Task<Void, Never>) async {
    ticker.cancel()
    await ticker.value
  }

  /// Says something now. That nobody can read it is no reason to stop.
  func tell(_ text: String) {
    let line = Array("\(CommandTable.root.name): \(PlacedMessage.withoutControls(text))\n".utf8)
    _ = line.withUnsafeBytes { sink.write($0) }
  }
}
