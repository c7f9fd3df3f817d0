import Foundation

/// A piece of work, done by us or by others: what it is called, how many bytes it reads, and how it is done once.
struct Task {
  let work: String
  let contender: String
  let bytes: Int
  let body: () throws -> Void
}

/// Measures tasks and prints a line for each: work, contender, nanoseconds for doing it once, bytes; tabs in between.
struct Measurement {
  /// How long a task is repeated.
  let seconds: Double

  /// How the lines begin that are of interest.
  let filter: String

  func print(_ tasks: [Task]) throws {
    for task in tasks where "\(task.work)\t\(task.contender)".hasPrefix(filter) {
      let nanoseconds = try median(of: task)
      Swift.print("\(task.work)\t\(task.contender)\t\(nanoseconds)\t\(task.bytes)")
    }
  }

  /// The median of at least five samples, each long enough for the clock.
  private func median(of task: Task) throws -> Double {
    let first = try sample(task, count: 1)
    let count = max(1, Int(seconds / 20 / max(first, 1e-9)))
    var samples: [Double] = []
    let start = Date()
    while samples.count < 5 || (Date().timeIntervalSince(start) < seconds && samples.count < 1000) {
      samples.append(try sample(task, count: count) / Double(count))
      if first > seconds && samples.count >= 3 { break }
    }
    samples.sort()
    return samples[samples.count / 2] * 1e9
  }

  private func sample(_ task: Task, count: Int) throws -> Double {
    let duration = try ContinuousClock().measure {
      for _ in 0..<count { try task.body() }
    }
    return Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
  }
}
