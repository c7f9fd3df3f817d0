import CCurl
import Synchronization
import Typecast

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The one thread that moves the bytes of all transfers. Only it touches libcurl, but for waking it.
final class CurlLoop: @unchecked Sendable {
  enum Command {
    case start(Transfer)
    case resume(Transfer)
    case cancel(Transfer)
  }

  private struct State {
    var commands: [Command] = []
    var isRunning = false
    var isStopping = false
    /// Whether the thread looks for commands before it waits again.
    var isAwake = false
    /// Whether libcurl's part is freed, after which nothing may touch it.
    var isClosed = false
    /// Whether the thread can't be woken: libcurl had no file for it.
    var isDeaf = false
  }

  private let state = Mutex(State())
  private let multi: OpaquePointer

  private let count = Atomic(0)

  // What only the thread touches.
  private var active: [ObjectIdentifier: Transfer] = [:] {
    didSet { count.store(active.count, ordering: .relaxed) }
  }
  private var idleHandles: [EasyHandle] = []
  private var idleConnections = IdleConnections()
  /// The time of this round.
  private(set) var now = Duration.zero
  /// When a limit may run out next; nil for never.
  private var nextCheck: Duration?

  private static let once: Void = { _ = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) }()

  init() {
    _ = Self.once
    guard let multi = curl_multi_init() else { fatalError("libcurl has no memory to begin with") }
    self.multi = OpaquePointer(multi)
    _ = typecast_set_multi_long(multi, CURLMOPT_MAXCONNECTS, 1024)
    let isDeaf = curl_multi_wakeup(multi) != CURLM_OK
    state.withLock { $0.isDeaf = isDeaf }
  }

  /// How many transfers are under way.
  var activeCount: Int { count.load(ordering: .relaxed) }

  /// Hands a command to the thread.
  func push(_ command: Command) {
    let starts = state.withLock { state in
      if state.isClosed { return false }
      state.commands.append(command)
      let starts = !state.isRunning
      state.isRunning = true
      if starts { state.isAwake = true } else { wake(&state) }
      return starts
    }
    if starts, !startThread() { refuse() }
  }

  /// Wakes the thread if it waits. Under the lock, as the thread may free what it waits with as soon as it is let go.
  private func wake(_ state: inout State) {
    guard !state.isAwake else { return }
    state.isAwake = true
    if curl_multi_wakeup(UnsafeMutableRawPointer(multi)) != CURLM_OK { state.isDeaf = true }
  }

  /// Ends the thread when its last transfer has ended.
  func stop() {
    let isRunning = state.withLock { state in
      state.isStopping = true
      if state.isRunning { wake(&state) } else { state.isClosed = true }
      return state.isRunning
    }
    if !isRunning { free() }
  }

  /// Fails what was to start, where the system has no thread for it.
  private func refuse() {
    let commands = state.withLock { state in
      state.isRunning = false
      state.isAwake = false
      defer { state.commands = [] }
      return state.commands
    }
    for case .start(let transfer) in commands {
      transfer.finish(.failure(TransportError(.other, "The system has no thread left to send requests with.")))
    }
  }

  private func startThread() -> Bool {
    let retained = Unmanaged.passRetained(self).toOpaque()
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
    #if canImport(Darwin)
      var thread: pthread_t?
      let failure = pthread_create(
        &thread, &attributes,
        {
          Self.main($0); return nil
        }, retained)
    #else
      var thread = pthread_t()
      let failure = pthread_create(
        &thread, &attributes,
        { argument in
          if let argument { CurlLoop.main(argument) }
          return nil
        }, retained)
    #endif
    pthread_attr_destroy(&attributes)
    if failure != 0 { Unmanaged<CurlLoop>.fromOpaque(retained).release() }
    return failure == 0
  }

  private static func main(_ argument: UnsafeMutableRawPointer) {
    let loop = Unmanaged<CurlLoop>.fromOpaque(argument).takeRetainedValue()
    loop.run()
  }

  // MARK: On the thread

  private func run() {
    keepSignalsAway()
    let handle = UnsafeMutableRawPointer(multi)
    while true {
      now = monotonicNow()
      guard obey() else { break }
      var running: Int32 = 0
      curl_multi_perform(handle, &running)
      finishTransfers()
      now = monotonicNow()
      checkLimits()
      idleConnections.sweep(multi, at: now, busy: active.count)
      let longest: Int32? = state.withLock { state in
        if !state.commands.isEmpty || state.isStopping && active.isEmpty { return nil }
        state.isAwake = false
        // Who can't be woken looks for commands now and then.
        return state.isDeaf ? 50 : 60_000
      }
      if let longest { curl_multi_poll(handle, nil, 0, min(waitMilliseconds, longest), nil) }
    }
    free()
  }

  /// Signals are for the threads of the program. One of a broken connection, which TLS may raise, would end the process.
  private func keepSignalsAway() {
    var signals = sigset_t()
    sigfillset(&signals)
    pthread_sigmask(SIG_BLOCK, &signals, nil)
  }

  /// Does what was asked; false where the thread is to end.
  private func obey() -> Bool {
    let (commands, ends) = state.withLock { state in
      let commands = state.commands
      state.commands = []
      state.isAwake = true
      let ends = state.isStopping && commands.isEmpty && active.isEmpty
      state.isClosed = ends
      return (commands, ends)
    }
    for command in commands {
      switch command {
      case .start(let transfer): start(transfer)
      case .resume(let transfer):
        guard active[ObjectIdentifier(transfer)] != nil else { continue }
        transfer.noteActivity(at: now)
        check(by: transfer.deadline)
        resume(transfer)
      case .cancel(let transfer): remove(transfer)
      }
    }
    return !ends
  }

  private func start(_ transfer: Transfer) {
    guard !transfer.isOver else { return }
    let handle = idleHandles.popLast() ?? EasyHandle()
    transfer.handle = handle
    idleConnections.noteStart(at: now, busy: active.count + 1)
    if let failure = handle.configure(for: transfer, idleLimit: idleConnections.limit) {
      idleHandles.append(handle)
      transfer.handle = nil
      transfer.finish(.failure(failure))
      return
    }
    active[ObjectIdentifier(transfer)] = transfer
    curl_multi_add_handle(UnsafeMutableRawPointer(multi), handle.pointer)
    check(by: transfer.deadline)
  }

  /// Looks after limits no later than then.
  func check(by time: Duration?) {
    guard let time else { return }
    nextCheck = nextCheck.map { min($0, time) } ?? time
  }

  private func remove(_ transfer: Transfer) {
    guard active.removeValue(forKey: ObjectIdentifier(transfer)) != nil, let handle = transfer.handle else { return }
    transfer.handle = nil
    curl_multi_remove_handle(UnsafeMutableRawPointer(multi), handle.pointer)
    idleConnections.noteEnd(at: now)
    handle.reset()
    if idleHandles.count < 64 { idleHandles.append(handle) }
  }

  private func resume(_ transfer: Transfer) {
    guard let code = transfer.handle?.resume(), code != CURLE_OK, let failure = transfer.failure(for: code) else {
      return
    }
    remove(transfer)
    transfer.finish(.failure(failure))
  }

  private func finishTransfers() {
    var left: Int32 = 0
    while let message = curl_multi_info_read(UnsafeMutableRawPointer(multi), &left) {
      guard message.pointee.msg == CURLMSG_DONE, let easy = message.pointee.easy_handle else { continue }
      let code = typecast_message_result(message)
      guard let transfer = EasyHandle.transfer(of: easy) else {
        curl_multi_remove_handle(UnsafeMutableRawPointer(multi), easy)
        continue
      }
      let failure = transfer.failure(for: code)
      remove(transfer)
      transfer.finish(failure.map { .failure($0) } ?? .success(()))
    }
  }

  private func checkLimits() {
    guard let time = nextCheck, now >= time else { return }
    nextCheck = nil
    for transfer in active.values {
      if let failure = transfer.limitReached(at: now) {
        remove(transfer)
        transfer.finish(.failure(failure))
      } else {
        check(by: transfer.deadline)
      }
    }
  }

  private var waitMilliseconds: Int32 {
    guard let next = [nextCheck, idleConnections.nextSweep].compactMap({ $0 }).min() else { return 60_000 }
    let left = next - now
    if left <= .zero { return 0 }
    if left >= .seconds(60) { return 60_000 }
    let (seconds, attoseconds) = left.components
    return Int32(seconds * 1_000 + attoseconds / 1_000_000_000_000_000 + 1)
  }

  private func free() {
    idleHandles = []
    idleConnections = IdleConnections()
    curl_multi_cleanup(UnsafeMutableRawPointer(multi))
  }
}
