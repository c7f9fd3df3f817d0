#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A stack for work that goes as deep as a schema does: definitions that lead from one to the next by the thousand.
enum DeepStack {
  /// Only what is used of it takes memory.
  private static let sizes = [1 << 30, 1 << 26]

  /// Runs work on a thread with a large stack, and waits for it; on the caller's stack if there is no such thread.
  static func run<Value>(_ work: () -> Value) -> Value {
    withoutActuallyEscaping(work) { work in
      let task = ValueTask(work)
      for size in sizes {
        if start(task, size: size), let value = task.value { return value }
      }
      return work()
    }
  }

  private static func start(_ task: StackTask, size: Int) -> Bool {
    var attributes = pthread_attr_t()
    guard pthread_attr_init(&attributes) == 0 else { return false }
    defer { pthread_attr_destroy(&attributes) }
    guard pthread_attr_setstacksize(&attributes, size) == 0 else { return false }
    #if canImport(Darwin)
      var thread: pthread_t?
    #else
      var thread = pthread_t()
    #endif
    let context = Unmanaged.passUnretained(task).toOpaque()
    let status = pthread_create(&thread, &attributes, { DeepStack.enter($0) }, context)
    guard status == 0 else { return false }
    #if canImport(Darwin)
      guard let thread else { return false }
    #endif
    return withExtendedLifetime(task) { pthread_join(thread, nil) == 0 }
  }

  private static func enter(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    if let context { Unmanaged<StackTask>.fromOpaque(context).takeUnretainedValue().run() }
    return nil
  }
}

/// Work for another thread, whatever comes of it.
private class StackTask {
  func run() {}
}

private final class ValueTask<Value>: StackTask {
  private let work: () -> Value
  private(set) var value: Value?

  init(_ work: @escaping () -> Value) {
    self.work = work
  }

  override func run() { value = work() }
}
