import TypecastJSON

/// Reads JSON in pieces: the end must be that of reading it at once, and what is seen on the way may only grow.
func fuzzStream(_ input: FuzzInput) {
  var input = input
  let options = input.options()
  // The lengths of pieces, taken in turn; a length of zero is a piece too, but not all of them may be.
  let lengths = (0...Int(input.byte() % 8)).map { _ in Int(input.byte() % 64) }
  let bytes = Array(input.rest)
  let expected = ReadOutcome { () throws(JSONError) in try JSONValue(parsing: bytes, options: options) }

  var reader = JSONStreamReader(options: options)
  var seen = Snapshots(followsGrowth: options.duplicateKeys == .refuse)
  var cursor = ElementCursor()
  var taken = 0
  let outcome = ReadOutcome { () throws(JSONError) in
    var start = 0
    var turn = 0
    while start < bytes.count {
      let length = lengths[turn % lengths.count]
      let end = min(start + (length == 0 && turn % lengths.count == 0 ? 1 : length), bytes.count)
      turn += 1
      try reader.append(bytes[start..<end])
      start = end
      require(reader.byteCount == start, "\(reader.byteCount) bytes of \(start) have arrived")
      seen.add(reader.value, isComplete: reader.isComplete, openPath: reader.openPath)
      taken += cursor.next(in: reader.value).count
    }
    try reader.finish()
    seen.add(reader.value, isComplete: reader.isComplete, openPath: reader.openPath)
    taken += cursor.next(in: reader.value).count
    guard let value = reader.value, reader.isComplete, value.isComplete, reader.openPath == nil else {
      finding("the text is finished, its value is not")
    }
    return JSONValue(value)
  }
  require(outcome == expected, "in pieces: \(outcome); at once: \(expected)")
  if case .value(.array(let elements)) = outcome {
    require(taken == elements.count, "the cursor gave \(taken) of \(elements.count) elements")
  }
  if case .fault(let kind, let offset) = outcome {
    require(reader.error != nil && !reader.isComplete, "the error was forgotten")
    let again = ReadOutcome { () throws(JSONError) in
      try reader.append("1")
      return .null
    }
    require(again == .fault(kind: kind, offset: offset), "\(again) after \(outcome)")
  }
  seen.checkKept()
}

/// The values seen on the way.
private struct Snapshots {
  /// Repeated keys, where they are allowed, take members away again.
  let followsGrowth: Bool

  private var kept: [(value: PartialJSON, text: String)] = []
  private var last: PartialJSON?

  init(followsGrowth: Bool) {
    self.followsGrowth = followsGrowth
  }

  mutating func add(_ value: PartialJSON?, isComplete: Bool, openPath: JSONPointer?) {
    require(isComplete ? openPath == nil : true, "complete, and yet \(openPath?.description ?? "") is open")
    guard let value else {
      require(last == nil, "the value has gone")
      return
    }
    if let path = value.openPath {
      require(value[path] != nil, "the open path \(path) leads nowhere")
      require(openPath?.description.utf8.starts(with: path.description.utf8) ?? false, "\(path) is open, or is not")
    }
    if let last, followsGrowth {
      require(value.continues(last), "\(JSONValue(last)) has become \(JSONValue(value))")
    }
    last = value
    // Not all, for the sake of speed.
    if kept.count < 8 || kept.count.isMultiple(of: 16) { kept.append((value, JSONValue(value).description)) }
  }

  /// Nothing that was seen has changed since.
  func checkKept() {
    for (value, text) in kept {
      require(JSONValue(value).description.utf8.elementsEqual(text.utf8), "\(text) has changed to \(JSONValue(value))")
    }
  }
}

extension PartialJSON {
  /// Whether this is a later state of another value.
  fileprivate func continues(_ earlier: PartialJSON) -> Bool {
    switch (earlier, self) {
    case (.string(let a), .string(let b)):
      if a.isComplete { return a == b }
      return a.withUTF8 { a in b.withUTF8 { $0.starts(with: a) } }
    case (.array(let a), .array(let b)):
      guard b.count >= a.count, b.completeCount >= a.completeCount, b.isComplete || !a.isComplete else { return false }
      return (0..<a.count).allSatisfy { b[$0].continues(a[$0]) } && (!a.isComplete || a.count == b.count)
    case (.object(let a), .object(let b)):
      guard b.count >= a.count, b.isComplete || !a.isComplete else { return false }
      return zip(a, b).allSatisfy { $0.key.utf8.elementsEqual($1.key.utf8) && $1.value.continues($0.value) }
        && (!a.isComplete || a.count == b.count)
    default:
      return earlier == self
    }
  }
}
