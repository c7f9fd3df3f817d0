import Foundation
import Synchronization
import Typecast
import TypecastSchema

/// Tries so many made-up values of each schema: valid ones, nearly valid ones, and neighbours of both.
func runInstances(_ count: Int, seed: UInt64, in run: CaseRun) -> Tally {
  let total = Mutex(Tally())
  DispatchQueue.concurrentPerform(iterations: groups.count) { number in
    let tally = runInstances(count, of: GroupRun(number: number, in: run), seed: seed)
    total.withLock { $0.add(tally) }
  }
  return total.withLock { $0 }
}

private func runInstances(_ count: Int, of groupRun: GroupRun, seed: UInt64) -> Tally {
  var run = groupRun
  let group = run.group
  let schema = group.schema
  func take(_ value: JSONValue, _ kind: String) {
    guard let document = try? JSONDocument(value) else { return }
    guard let verdict = try? schema.isValid(document) else { return run.addUndecided() }
    run.add(JSONWriter().string(of: value), isValid: verdict, kind: kind, named: "\(group) \(kind)")
  }
  var random = SeededRandom(state: seed &* 0x9E37_79B9_7F4A_7C15 &+ UInt64(run.number))
  // Values of some schemas take long to make up.
  let deadline = Date(timeIntervalSinceNow: max(20, Double(count) / 50))
  for flavour in InstanceFlavour.allCases {
    var generator = InstanceGenerator(schema, seed: seed, flavour: flavour)
    var misses = 0
    let wanted = run.tally.count + count / InstanceFlavour.allCases.count
    while run.tally.count < wanted, misses < 5, Date() < deadline {
      let valid = generator.valid()
      let invalid = generator.invalid()?.value
      if valid == nil && invalid == nil { misses += 1 }
      for value in [valid, invalid].compactMap({ $0 }) {
        take(value, "\(flavour)")
        for _ in 0..<8 { take(neighbour(of: value, using: &random), "neighbour") }
      }
    }
    if run.tally.count < wanted { run.addCut() }
  }
  return run.finish()
}
