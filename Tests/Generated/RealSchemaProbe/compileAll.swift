import Foundation
import Synchronization
import TypecastCompiler
import TypecastJSON
import TypecastSchema

/// Compiles every schema, and tells what is refused, what takes long and what gets large.
///
/// - Returns: What must not be.
func compileAll(_ schemas: [RealSchema]) -> [String] {
  let watch = Watch(limit: 30)
  var problems: [String] = []
  var runs: [Run] = []
  var refused = 0
  for schema in schemas {
    watch.begin(schema.description)
    let start = ContinuousClock.now
    let compilation = schema.compile()
    let duration = ContinuousClock.now - start
    watch.end()
    let size = compilation.sources.reduce(0) { $0 + $1.utf8.count }
    runs.append(Run(name: schema.description, input: schema.json.source.count, output: size, duration: duration))
    if compilation.hasErrors {
      refused += 1
      let first = compilation.diagnostics.first { $0.severity == .error }
      print("refused: \(schema.description): \(first.map { "\($0)" } ?? "")")
      if schema.interpreted() != nil { problems.append("\(schema.description) is refused, but can be interpreted") }
    } else if size == 0 {
      problems.append("\(schema.description) gives no Swift and no error")
    }
  }
  print("\(schemas.count) schemas, \(refused) refused")
  for run in runs.sorted(by: { $0.duration > $1.duration }).prefix(5) { print("longest: \(run)") }
  for run in runs.sorted(by: { $0.output > $1.output }).prefix(5) { print("largest: \(run)") }
  let growth = runs.filter { $0.output > 100_000 }.sorted { $0.growth > $1.growth }
  for run in growth.prefix(5) { print("most grown: \(run)") }
  let memory = peakMemory()
  print("peak memory: \(memory / 1_000_000) MB")
  for run in runs where run.duration > .seconds(10) { problems.append("takes too long: \(run)") }
  for run in runs where run.output > 8_000_000 { problems.append("gets too large: \(run)") }
  if memory > 3_000_000_000 { problems.append("all together take \(memory) bytes of memory") }
  if schemas.count < RealSchemas.leastCount { problems.append("only \(schemas.count) schemas were found") }
  return problems
}

private struct Run: CustomStringConvertible {
  let name: String
  let input: Int
  let output: Int
  let duration: Duration

  var growth: Double { Double(output) / Double(max(input, 1)) }

  var description: String {
    "\(name): \(duration.formatted(.units(allowed: [.milliseconds]))), \(input) bytes became \(output)"
  }
}

/// Ends the process when one schema takes for ever, and says which one.
final class Watch: Sendable {
  private let current = Mutex<(name: String, start: ContinuousClock.Instant)?>(nil)

  init(limit seconds: Int) {
    Thread.detachNewThread { [self] in
      while true {
        Thread.sleep(forTimeInterval: 1)
        guard let (name, start) = current.withLock({ $0 }), ContinuousClock.now - start > .seconds(seconds) else {
          continue
        }
        print("error: \(name) takes more than \(seconds) seconds")
        exit(1)
      }
    }
  }

  func begin(_ name: String) { current.withLock { $0 = (name, .now) } }
  func end() { current.withLock { $0 = nil } }
}

/// The largest amount of memory that the process has had, in bytes.
private func peakMemory() -> Int {
  var usage = rusage()
  #if canImport(Darwin)
    getrusage(RUSAGE_SELF, &usage)
    return usage.ru_maxrss
  #else
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss * 1024
  #endif
}
