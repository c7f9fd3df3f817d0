extension PartialJSON: Equatable {
  /// Whether both have the same parts, members in the same order, and the same parts are complete.
  public static func == (left: PartialJSON, right: PartialJSON) -> Bool {
    // Without recursion: the depth is the sender's choice, the stack is the caller's.
    var pairs = [(left, right)]
    while let pair = pairs.popLast() {
      switch pair {
      case (.null, .null):
        break
      case (.bool(let a), .bool(let b)):
        if a != b { return false }
      case (.number(let a), .number(let b)):
        if a != b { return false }
      case (.string(let a), .string(let b)):
        if a != b { return false }
      case (.array(let a), .array(let b)):
        guard a.completeCount == b.completeCount, a.count == b.count, a.isComplete == b.isComplete else { return false }
        if a.chunk !== b.chunk { pairs += zip(a.complete, b.complete) }
        if let x = a.open, let y = b.open { pairs.append((x, y)) }
      case (.object(let a), .object(let b)):
        guard a.count == b.count, a.isComplete == b.isComplete else { return false }
        for (x, y) in zip(a, b) {
          guard x.text.hasSameScalars(as: y.text) else { return false }
          pairs.append((x.value, y.value))
        }
      default:
        return false
      }
    }
    return true
  }
}
