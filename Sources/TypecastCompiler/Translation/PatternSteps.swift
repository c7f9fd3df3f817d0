import TypecastSchema

/// The steps by which code goes through a text that a simple pattern has to match.
struct PatternSteps {
  let expressions: [SwiftExpression]

  init(_ runs: [ASCIIRun]) {
    var steps: [SwiftExpression] = []
    var literal = ""
    func endLiteral() {
      if !literal.isEmpty { steps.append("take(\(.string(literal)))") }
      literal = ""
    }
    for run in runs {
      let only = run.ranges.count == 1 ? run.ranges[0] : nil
      if let only, only.count == 1, run.minimum == run.maximum, run.maximum <= 16 {
        // A character that comes a fixed number of times is part of a literal.
        for _ in 0..<run.minimum { literal.unicodeScalars.append(Unicode.Scalar(only.lowerBound)) }
        continue
      }
      endLiteral()
      let limits: SwiftExpression = "atLeast: \(.int(run.minimum)), atMost: \(.int(run.maximum))"
      if let only {
        steps.append("take(from: \(.int(Int(only.lowerBound))), to: \(.int(Int(only.upperBound))), \(limits))")
        continue
      }
      var bits: (low: UInt64, high: UInt64) = (0, 0)
      for byte in run.ranges.joined() {
        if byte < 64 { bits.low |= 1 << UInt64(byte) } else { bits.high |= 1 << UInt64(byte - 64) }
      }
      steps.append("take(of: \(.unsigned(bits.low)), \(.unsigned(bits.high)), \(limits))")
    }
    endLiteral()
    expressions = steps
  }
}
