import Foundation
import Synchronization
import Typecast
import TypecastSchema

/// Tries so many made-up values of each schema: valid ones, nearly valid ones, and neighbours of both.
func runInstances(_ count: Int, seed: UInt64) -> Tally {
  let total = Mutex(Tally())
  DispatchQueue.concurrentPerform(iterations: groups.count) { number in
    let tally = run(count, of: number, seed: seed)
    total.withLock { $0.add(tally) }
  }
  return total.withLock { $0 }
}

private func run(_ count: Int, of number: Int, seed: UInt64) -> Tally {
  let group = groups[number]
  let schema = group.schema
  var tally = Tally()
  func take(_ value: JSONValue, _ what: String) {
    guard let document = try? JSONDocument(value) else { return }
    let text = JSONWriter().string(of: value)
    let verdict: Bool
    do {
      verdict = try schema.isValid(document)
    } catch {
      tally.undecided += 1
      return
    }
    tally.add(judge(text, as: group, isValid: verdict), named: "\(group) \(what)", text: text)
  }
  var random = SeededRandom(state: seed &* 0x9E37_79B9_7F4A_7C15 &+ UInt64(number))
  let deadline = Date(timeIntervalSinceNow: 20)
  for flavour in InstanceFlavour.allCases {
    var generator = InstanceGenerator(schema, seed: seed, flavour: flavour)
    var misses = 0
    let wanted = tally.count + count / InstanceFlavour.allCases.count
    while tally.count < wanted, misses < 5, Date() < deadline {
      let valid = generator.valid()
      let invalid = generator.invalid()?.value
      if valid == nil && invalid == nil { misses += 1 }
      for value in [valid, invalid].compactMap({ $0 }) {
        take(value, "\(flavour)")
        for _ in 0..<8 { take(neighbour(of: value, using: &random), "neighbour") }
      }
    }
  }
  return tally
}
