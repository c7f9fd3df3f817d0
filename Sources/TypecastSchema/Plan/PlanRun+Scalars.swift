import TypecastJSON

extension PlanRun {
  mutating func checkString(_ plan: UnsafePointer<StringPlan>, _ node: TapeNode) -> Bool {
    let text = view.buffer(node)
    if plan.pointee.hasLength {
      let length =
        node.has(TapeNode.beyondASCII)
        ? Scan.codePoints(view.text(node), count: text.count) : text.count
      if length < plan.pointee.minLength || length > plan.pointee.maxLength { return false }
    }
    for number in 0..<plan.pointee.patternCount {
      guard matches(plan.pointee.patterns[number], text) else { return false }
    }
    for number in 0..<plan.pointee.formatCount where !plan.pointee.formats[number].accepts(text) { return false }
    return true
  }

  /// Whether a pattern is found in a text; a pattern that gives up leaves the run undecided.
  @inline(__always)
  mutating func matches(_ pattern: Unmanaged<Pattern>, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    switch pattern._withUnsafeGuaranteedRef({ $0.search(text, within: &searches) }) {
    case .match: return true
    case .noMatch: return false
    case .undecided:
      undecided = undecided ?? .pattern(pattern._withUnsafeGuaranteedRef { $0.source })
      return false
    }
  }

  func checkNumber(_ plan: UnsafePointer<NumberPlan>, _ node: TapeNode) -> Bool {
    let text = view.buffer(node)
    let value = Decimal(text)
    for number in 0..<plan.pointee.count {
      let bound = plan.pointee.bounds + number
      if bound.pointee.kind == .multipleOf {
        if value.isSmall && bound.pointee.decimal.isSmall {
          if !Decimal.isMultipleSmall(value, of: bound.pointee.decimal) { return false }
        } else if !JSONNumber.isMultiple(text, of: bound.pointee.text) {
          return false
        }
        continue
      }
      let order =
        Decimal.compareSmall(value, bound.pointee.decimal) ?? JSONNumber.compare(text, bound.pointee.text)
      let holds =
        switch bound.pointee.kind {
        case .minimum: order >= 0
        case .exclusiveMinimum: order > 0
        case .maximum: order <= 0
        case .exclusiveMaximum: order < 0
        case .multipleOf: true
        }
      if !holds { return false }
    }
    return true
  }
}
