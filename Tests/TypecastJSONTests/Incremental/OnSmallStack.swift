import Foundation

/// Runs code on a thread with a stack of 512 KB, as secondary threads have it on some systems.
enum OnSmallStack {
  static func run(_ body: @escaping @Sendable () -> Bool) -> Bool {
    let result = Result()
    let thread = Thread {
      result.value = body()
      result.isDone.signal()
    }
    thread.stackSize = 512 * 1024
    thread.start()
    result.isDone.wait()
    return result.value
  }

  /// Written by the thread before it signals, read after that.
  private final class Result: @unchecked Sendable {
    var value = false
    let isDone = DispatchSemaphore(value: 0)
  }
}
