import Foundation
import TestSupport
import Testing
import TypecastSchema

@Suite("All engines find the same")
struct PatternAgreementTests {
  /// Searches texts made for a pattern with each engine; returns how many verdicts were compared.
  private func compare(_ source: String, texts count: Int, seed: UInt64) throws -> Int {
    let usual = try Pattern(source, engine: nil, stepLimit: 20_000)
    let others = try [PatternEngineKind.automaton, .simulation, .backtracking].map {
      try Pattern(source, engine: $0, stepLimit: 20_000)
    }
    var sampler = PatternSampler(seed: seed)
    var texts = Array(hostileTexts.shuffled(using: &sampler.random).prefix(count / 2))
    while texts.count < count {
      let sample = sampler.sample(usual.root)
      texts += [sample, sampler.mutate(sample)]
    }
    var compared = 0
    for text in texts {
      let expected = usual.search(text)
      for other in others {
        let verdict = other.search(text)
        if verdict == .undecided || expected == .undecided { continue }
        #expect(verdict == expected, "\(source) in \(text.debugDescription) by \(other.engineKind)")
        compared += 1
      }
    }
    return compared
  }

  @Test("Made-up patterns are found alike by automaton, simulation and backtracking")
  func random() throws {
    var random = PatternRandom(seed: 5)
    let atoms = [
      "a", "b", "[ab]", "[^a]", ".", "é", "\\w", "\\b", "\\B", "^", "$", "(?=a)", "(?!b)", "(?<=a|b)", "(?<!a)",
    ]
    let quantifiers = ["", "", "", "*", "+", "?", "{2}", "{0,2}", "{1,3}?", "*?"]
    func pattern(_ depth: Int) -> String {
      (0...random.below(3)).map { _ in
        let group = depth > 0 && random.below(3) == 0
        let atom = group ? "(\(pattern(depth - 1))|\(pattern(depth - 1)))" : atoms[random.below(atoms.count)]
        let isAssertion = !group && (atom.hasPrefix("(?") || ["^", "$", "\\b", "\\B"].contains(atom))
        return atom + (isAssertion ? "" : quantifiers[random.below(quantifiers.count)])
      }.joined()
    }
    var compared = 0
    for seed in 0..<300 { compared += try compare(pattern(2), texts: 24, seed: UInt64(seed)) }
    #expect(compared > 15_000)
  }

  @Test("The patterns of real schemas are found alike by all engines", .needsTestData)
  func real() throws {
    var sources: Set<String> = []
    for folder in ["jsonschemabench", "schemastore", "json-schema-test-suite/tests"] {
      for file in try TestData.files(below: folder) where file.hasSuffix(".json") || file.hasSuffix(".jsonl") {
        collectPatterns(in: try TestData.bytes(of: file), into: &sources)
      }
    }
    #expect(sources.count > 800)
    var compared = 0
    var refused = 0
    for source in sources.sorted().sampled(5) {
      do {
        compared += try compare(source, texts: 12, seed: 9)
      } catch is PatternError {
        refused += 1
      }
    }
    #expect(compared > Effort.scaled(20_000, by: 6))
    #expect(refused < 20)
  }

  /// Adds the strings that are members called `pattern`.
  private func collectPatterns(in bytes: [UInt8], into sources: inout Set<String>) {
    let data = Data(bytes)
    let key = Data("\"pattern\"".utf8)
    var start = 0
    while let found = data.range(of: key, in: start..<data.count) {
      start = found.upperBound
      var position = start
      while position < bytes.count, [0x20, 0x0A, 0x0D, 0x3A].contains(bytes[position]) { position += 1 }
      guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else { continue }
      var end = position + 1
      while end < bytes.count, bytes[end] != UInt8(ascii: "\"") { end += bytes[end] == UInt8(ascii: "\\") ? 2 : 1 }
      guard end < bytes.count else { return }
      if let text = try? JSONDecoder().decode(String.self, from: Data(bytes[position...end])) { sources.insert(text) }
      start = end + 1
    }
  }
}
