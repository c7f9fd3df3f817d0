import CMicroHTTPD

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Sees clients leave while the daemon, which looks at no connection that waits for an answer, does not, and looks from
/// time to time for those that keep it waiting.
///
/// A client that closes its side to show that its request is whole is taken for one that has left, by the daemon, too.
final class ClientWatch: Sendable {
  private let watch: Int32
  /// Closing its end for writing ends the thread.
  private let endOfWatch: (reading: Int32, writing: Int32)
  private let onLeave: @Sendable (UInt64) -> Void
  private let heads: HeadTimes?

  /// The number of no client.
  private static let end = UInt64(0)

  /// Nil where the system has nothing left to watch with.
  init?(heads: HeadTimes?, onLeave: @escaping @Sendable (UInt64) -> Void) {
    self.heads = heads
    self.onLeave = onLeave
    var ends: [Int32] = [-1, -1]
    watch = typecast_watch_open()
    guard watch >= 0 else { return nil }
    guard pipe(&ends) == 0 else {
      close(watch)
      return nil
    }
    endOfWatch = (ends[0], ends[1])
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    let retained = Unmanaged.passRetained(self)
    guard typecast_watch_add(watch, ends[0], Self.end) == 0, typecast_start_thread(Self.main, retained.toOpaque()) == 0
    else {
      retained.release()
      close(endOfWatch.writing)
      free()
      return nil
    }
  }

  /// Watches the socket of a client, whose number is not 0.
  func add(_ socket: Int32, _ number: UInt64) {
    _ = typecast_watch_add(watch, socket, number)
  }

  func remove(_ socket: Int32) {
    typecast_watch_remove(watch, socket)
  }

  /// Ends it. Nothing may be added or removed from then on.
  func stop() { close(endOfWatch.writing) }

  private static let main: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = { argument in
    guard let argument else { return nil }
    let watch = Unmanaged<ClientWatch>.fromOpaque(argument).takeRetainedValue()
    watch.run()
    watch.free()
    return nil
  }

  private func run() {
    let pause = heads.map { Int32($0.pause / .milliseconds(1)) } ?? -1
    var next = ContinuousClock.now
    while true {
      var number: UInt64 = 0
      let outcome = typecast_watch_wait(watch, pause, &number)
      if outcome < 0 || (outcome > 0 && number == Self.end) { return }
      if outcome > 0 { onLeave(number) }
      // Clients may leave so often that there is never a pause.
      if let heads, next <= .now {
        heads.look()
        next = .now + heads.pause
      }
    }
  }

  private func free() {
    close(endOfWatch.reading)
    close(watch)
  }
}
