extension JSONValue {
  /// Copies what is known of a value into a tree of its own.
  public init(_ partial: PartialJSON) {
    // Without recursion: the depth is the sender's choice, the stack is the caller's.
    var open: [Container] = []
    var next: PartialJSON? = partial
    var result = JSONValue.null
    repeat {
      switch next {
      case .array(let elements):
        open.append(Container(elements: elements))
      case .object(let members):
        open.append(Container(members: members))
      case let scalar:
        // Nothing is left of the innermost container, or there is a value that is whole.
        if let scalar { result = JSONValue(scalar: scalar) } else { result = open.removeLast().value }
        if open.isEmpty { break }
        open[open.count - 1].add(result)
      }
      next = open.isEmpty ? nil : open[open.count - 1].next()
    } while !open.isEmpty
    self = result
  }

  private init(scalar: PartialJSON) {
    switch scalar {
    case .bool(let value): self = .bool(value)
    case .number(let value): self = .number(value)
    case .string(let text): self = .string(text.string)
    case .null, .array, .object: self = .null
    }
  }

  /// An array or object of which some elements or members were copied.
  private struct Container {
    private var elements: IndexingIterator<GrowingArray<PartialJSON>>?
    private var members: GrowingObject<PartialJSON>.Iterator?
    private var values: [JSONValue] = []
    private var copied: [JSONObject.Member] = []
    private var key = ""

    init(elements: GrowingArray<PartialJSON>) {
      self.elements = elements.makeIterator()
      values.reserveCapacity(elements.count)
    }

    init(members: GrowingObject<PartialJSON>) {
      self.members = members.makeIterator()
      copied.reserveCapacity(members.count)
    }

    /// The next value to copy.
    mutating func next() -> PartialJSON? {
      if members == nil { return elements?.next() }
      guard let member = members?.next() else { return nil }
      key = member.key
      return member.value
    }

    mutating func add(_ value: JSONValue) {
      if members == nil { values.append(value) } else { copied.append(JSONObject.Member(key: key, value: value)) }
    }

    var value: JSONValue {
      members == nil ? .array(values) : .object(JSONObject(uniqueMembers: copied))
    }
  }
}
