import TypecastJSON

/// Reads JSON in every way there is: all must agree, what was read must survive writing, and every place must be right.
func fuzzReader(_ input: FuzzInput) {
  var input = input
  let options = input.options()
  let walkStyle = input.byte()
  let bytes = Array(input.rest)
  do {
    let document = try JSONDocument(bytes, options: options)
    let value = document.root.value
    checkPullReader(bytes, options, walkStyle, expected: .value(value))
    checkNodes(document)
    checkWriter(value)
    checkNumbers(value)
  } catch {
    check(error, bytes)
    checkPullReader(bytes, options, walkStyle, expected: .fault(kind: error.kind, offset: error.position.offset))
  }
  checkSharedMemory(bytes)
}

/// An error's place lies in the text and is the same however it is found.
private func check(_ error: JSONError, _ bytes: [UInt8]) {
  let position = error.position
  require((0...bytes.count).contains(position.offset), "\(error.kind.rawValue) at \(position.offset) of \(bytes.count)")
  let indexed = bytes.withUnsafeBufferPointer { LineIndex($0).position(of: position.offset) }
  require(indexed == position, "the line index says \(indexed), the error \(position)")
  require(!error.description.isEmpty && !error.expected.isEmpty && !error.found.isEmpty, "an error without words")
}

private func checkPullReader(_ bytes: [UInt8], _ options: JSONOptions, _ style: UInt8, expected: ReadOutcome) {
  let source = PaddedBytes(bytes)
  let whole = ReadOutcome { () throws(JSONError) in
    var reader = JSONReader(source, options: options)
    let value = try reader.value()
    try reader.finish()
    return value
  }
  require(whole == expected, "the pull reader: \(whole); the document: \(expected)")
  let raw = ReadOutcome { () throws(JSONError) in
    var reader = JSONReader(source, options: options)
    let raw = try reader.raw()
    try reader.finish()
    return try JSONValue(parsing: Array(raw), options: options)
  }
  require(raw == expected, "the raw bytes of the pull reader: \(raw); the document: \(expected)")
  let walked = ReadOutcome { () throws(JSONError) in
    var reader = JSONReader(source, options: options)
    let value = try JSONWalk(style: style).value(&reader)
    try reader.finish()
    return value
  }
  switch (walked, expected) {
  // The document compares the keys of a large object when it ends, and may find another fault before.
  case (.fault(.duplicateKey, let found), .fault(_, let offset)) where found <= offset: break
  // The colon behind a key is read before the caller is asked whether the key was there before.
  case (.fault(.unexpectedByte, let found), .fault(.duplicateKey, let offset)) where found > offset: break
  case (.fault(.unexpectedEnd, let found), .fault(.duplicateKey, let offset)) where found > offset: break
  case (.fault(.invalidUTF8, let found), .fault(.duplicateKey, let offset)) where found > offset: break
  default: require(walked == expected, "step by step: \(walked); the document: \(expected)")
  }
}

/// Memory that is used again gives what fresh memory does.
private func checkSharedMemory(_ bytes: [UInt8]) {
  let fresh = ReadOutcome { () throws(JSONError) in try JSONValue(parsing: bytes) }
  let count = (try? JSONDocument(bytes))?.nodeCount ?? 0
  bytes.withUnsafeBufferPointer { bytes in
    do {
      try TapeScratch.read(bytes) { view in
        require(view.after(0) == count, "\(view.after(0)) nodes in shared memory, \(count) in fresh memory")
      }
    } catch {
      let fault = (error as? JSONError).map { ReadOutcome.fault(kind: $0.kind, offset: $0.position.offset) }
      require(fault == fresh, "in shared memory: \(error); in fresh memory: \(fresh)")
    }
  }
}

/// Every value stands where it says, and its pointer leads to it.
private func checkNodes(_ document: JSONDocument) {
  var stack: [(node: JSONNode, pointer: JSONPointer)] = [(document.root, JSONPointer())]
  var budget = 64
  while let (node, pointer) = stack.popLast(), budget > 0 {
    budget -= 1
    require(node.offset < document.bytes.count, "a value at \(node.offset) of \(document.bytes.count)")
    let first = document.bytes[node.offset]
    let fits =
      switch node.type {
      case .null: first == UInt8(ascii: "n")
      case .boolean: first == UInt8(ascii: node.bool == true ? "t" : "f")
      case .number: first == UInt8(ascii: "-") || (0x30...0x39).contains(first)
      case .string: first == UInt8(ascii: "\"")
      case .array: first == UInt8(ascii: "[")
      case .object: first == UInt8(ascii: "{")
      }
    require(fits, "a \(node.type.rawValue) at \(node.offset), where byte \(first) is")
    require(JSONPointer(pointer.description) == pointer, "the pointer \(pointer) does not read back")
    require(document.root[pointer]?.offset == node.offset, "the pointer \(pointer) leads elsewhere")
    for (index, element) in node.elements.prefix(budget).enumerated() {
      stack.append((element, pointer.appending(index)))
    }
    for member in node.members.prefix(budget) {
      require(document.bytes[member.keyOffset] == UInt8(ascii: "\""), "a key at \(member.keyOffset)")
      stack.append((member.value, pointer.appending(member.key)))
    }
  }
}

private func checkWriter(_ value: JSONValue) {
  let deep = JSONOptions(depthLimit: JSONOptions.greatestDepthLimit)
  for style in [JSONWriter.Style.compact, .pretty] {
    let text = JSONWriter(style: style).bytes(of: value)
    let again = ReadOutcome { () throws(JSONError) in try JSONValue(parsing: text, options: deep) }
    require(again == .value(value), "\(style) turns \(value) into \(again)")
    if case .value(let again) = again {
      require(again.hashValue == value.hashValue, "equal values have different hashes")
      require(JSONWriter(style: style).bytes(of: again) == text, "\(style) writes \(value) in two ways")
    }
  }
  let canonical = JSONWriter(style: .canonical).bytes(of: value)
  do {
    let again = JSONWriter(style: .canonical).bytes(of: try JSONValue(parsing: canonical, options: deep))
    require(again == canonical, "the canonical form is not stable: \(String(decoding: canonical, as: UTF8.self))")
  } catch {
    finding("the canonical form does not read back: \(error)")
  }
}

/// The laws of arithmetic hold between the numbers of a value.
private func checkNumbers(_ value: JSONValue) {
  var numbers: [JSONNumber] = []
  var stack = [value]
  while let value = stack.popLast(), numbers.count < 6 {
    switch value {
    case .number(let number): numbers.append(number)
    case .array(let elements): stack += elements.prefix(16)
    case .object(let object): stack += object.members.prefix(16).map(\.value)
    default: break
    }
  }
  for a in numbers {
    require(JSONNumber(a.text) == a, "\(a) does not read back")
    if let int = a.int { require(a.isInteger && JSONNumber(int) == a, "\(a) as an integer is \(int)") }
    require(a.double.isNaN == false, "\(a) is not a number")
    if let short = JSONNumber(a.double) { require(short.double == a.double, "\(short) is another double than \(a)") }
    let isZero = a == 0
    require(a.isMultiple(of: a) == !isZero, "\(a) as a multiple of itself")
    require(a.isMultiple(of: 1) == a.isInteger, "\(a) as a multiple of 1")
    for b in numbers {
      require((a == b) == (b == a) && (a < b) == (b > a), "the order of \(a) and \(b)")
      require([a < b, a == b, a > b].count { $0 } == 1, "\(a) and \(b) are neither or both of less and greater")
      if a == b { require(a.hashValue == b.hashValue && a.double == b.double, "\(a) = \(b) by halves") }
      if a < b { require(a.double <= b.double, "\(a) < \(b), but not as doubles") }
      if a.isMultiple(of: b), b.isInteger { require(a.isInteger, "\(a) is a multiple of \(b)") }
    }
  }
}
