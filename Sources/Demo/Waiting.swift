import Synchronization
import Typecast

/// Says that nothing of an answer can be shown yet, where that takes longer than two seconds, and then ever more seldom.
final class Waiting: Sendable {
  private let screen: Screen
  private let patience: Duration
  private let ticker = Mutex<Task<Void, Never>?>(nil)

  init(screen: Screen, patience: Duration = .seconds(2)) {
    self.screen = screen
    self.patience = patience
  }

  /// From now on somebody waits.
  func begin() {
    let task = Task { [screen, patience] in
      let start = ContinuousClock.now
      var pause = patience
      while (try? await Task.sleep(for: pause)) != nil {
        screen.line("(nothing to show yet, for \((ContinuousClock.now - start).short) now)")
        pause = min(pause * 2, .seconds(30))
      }
    }
    ticker.withLock { ticker in
      ticker?.cancel()
      ticker = task
    }
  }

  /// No line comes after what is shown next.
  func end() async {
    let task = ticker.withLock { ticker in
      defer { ticker = nil }
      return ticker
    }
    task?.cancel()
    await task?.value
  }
}
