import TypecastSchema

/// Searches a text for a pattern with every engine: those that decide must agree.
func fuzzPattern(_ input: FuzzInput) {
  var input = input
  let patternBytes = input.piece()
  guard let source = String(validating: patternBytes, as: UTF8.self) else { return }
  let textBytes = input.piece()
  let text = String(decoding: textBytes, as: UTF8.self)

  let isStrict = (try? Pattern.validate(source, strict: true)) != nil
  let isLenient = (try? Pattern.validate(source, strict: false)) != nil
  guard let usual = try? Pattern(source, engine: nil, stepLimit: stepLimit) else { return }
  require(isStrict || isLenient, "\(source) is read in neither grammar")
  require(isStrict || !usual.warnings.isEmpty, "\(source) is read leniently without a warning")

  let expected = usual.search(text)
  switch usual.engineKind {
  case .runs, .automaton, .gates: require(expected != .undecided, "\(source) is regular and undecided")
  case .simulation:
    let isShort = !source.utf8.contains(UInt8(ascii: "{")) && source.utf8.count <= 64 && text.utf8.count <= 64
    require(expected != .undecided || !isShort, "\(source) is short, simulated and undecided")
  case .backtracking: break
  }
  for kind in [PatternEngineKind.automaton, .simulation, .backtracking] {
    guard let other = try? Pattern(source, engine: kind, stepLimit: stepLimit) else { continue }
    let verdict = other.search(text)
    if verdict == .undecided || expected == .undecided { continue }
    require(
      verdict == expected,
      "\(source.debugDescription) in \(text.debugDescription): "
        + "\(expected) by \(usual.engineKind), \(verdict) by \(kind)")
  }
  // What is not UTF-8 has no right answer, but gets one.
  _ = textBytes.withUnsafeBufferPointer { usual.search($0) }
}

/// Less than a search may cost otherwise, so that many are tried.
private let stepLimit = 1 << 17
