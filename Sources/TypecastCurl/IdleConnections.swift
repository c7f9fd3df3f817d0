import CCurl

/// Gives back the connections that nobody uses any more. libcurl itself looks for them only when a request begins.
///
/// While many are used at once none is given up; of those that are left behind a burst, a program may need the files.
struct IdleConnections {
  /// How many requests at once leave many connections behind.
  private static let many = 64

  /// How long a connection is kept where there are many of them, and where there are few: then as libcurl has it.
  private static let limits = (many: Duration.seconds(5), few: Duration.seconds(118))

  /// libcurl counts whole seconds, and looks no more often than once in one.
  private static let margin = Duration.seconds(2)

  /// When it is looked for them next; nil where there are none.
  private(set) var nextSweep: Duration?

  private var most = 0
  private var lastStart = Duration.zero
  private var lastEnd = Duration.zero
  private var sweeper: EasyHandle?

  /// How long a connection is kept now.
  var limit: Duration { most > Self.many ? Self.limits.many : Self.limits.few }

  /// A request begins.
  ///
  /// - Parameter busy: How many there are now.
  mutating func noteStart(at time: Duration, busy: Int) {
    lastStart = time
    most = max(most, busy)
  }

  /// A request has ended, which may leave its connection behind.
  mutating func noteEnd(at time: Duration) {
    lastEnd = time
    let sweep = time + limit + Self.margin
    nextSweep = nextSweep.map { min($0, sweep) } ?? sweep
  }

  /// Has libcurl look for them, if it is time.
  ///
  /// - Parameter busy: How many requests there are now.
  mutating func sweep(_ multi: OpaquePointer, at time: Duration, busy: Int) {
    guard let due = nextSweep, time >= due else { return }
    // libcurl has just looked.
    if time < lastStart + Self.margin {
      nextSweep = lastStart + Self.margin
      return
    }
    let handle = sweeper ?? EasyHandle()
    sweeper = handle
    handle.configureSweep(idleLimit: limit)
    curl_multi_add_handle(UnsafeMutableRawPointer(multi), handle.pointer)
    let last = lastEnd + limit + Self.margin
    if last > time {
      nextSweep = last
    } else {
      nextSweep = nil
      most = busy
    }
  }
}
