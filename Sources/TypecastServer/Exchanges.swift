import Synchronization

/// The exchanges that are under way.
final class Exchanges: Sendable {
  private struct State {
    var active: [UInt64: Exchange] = [:]
    var last: UInt64 = 0
    var isStopped = false
  }

  private let state = Mutex(State())

  /// How many there are.
  var count: Int { state.withLock { $0.active.count } }

  /// Makes one, with a number that is not 0. One that comes when all have to end is broken off.
  func add(_ make: (UInt64) -> Exchange) -> Exchange {
    let (exchange, isStopped) = state.withLock { state in
      state.last += 1
      let exchange = make(state.last)
      state.active[state.last] = exchange
      return (exchange, state.isStopped)
    }
    if isStopped { exchange.breakOff() }
    return exchange
  }

  func remove(_ number: UInt64) {
    _ = state.withLock { $0.active.removeValue(forKey: number) }
  }

  func breakOff(_ number: UInt64) {
    state.withLock { $0.active[number] }?.breakOff()
  }

  /// Breaks all off, those to come included.
  func stop() {
    let active = state.withLock { state in
      state.isStopped = true
      return Array(state.active.values)
    }
    for exchange in active { exchange.breakOff() }
  }
}
