/// One value of a `JSONDocument`, in place.
public struct JSONNode: Sendable {
  /// The document that the value stands in; the node keeps it alive.
  public let document: JSONDocument
  package let index: Int

  package init(document: JSONDocument, index: Int) {
    self.document = document
    self.index = index
  }

  package var node: TapeNode { document.nodes[index] }

  /// The sort of value this is.
  public var type: JSONType {
    switch node.kind {
    case .null: .null
    case .boolean: .boolean
    case .object: .object
    case .array: .array
    case .number: .number
    case .string: .string
    }
  }

  /// Where the value starts, in bytes.
  public var offset: Int { Int(node.offset) }

  /// Where the value starts.
  public var position: TextPosition { TextPosition(offset: offset, in: document.bytes) }

  /// The value of a boolean; nil for any other value.
  public var bool: Bool? { node.kind == .boolean ? node.has(TapeNode.isTrue) : nil }

  /// The text of a string; nil for any other value.
  public var string: String? { node.kind == .string ? text : nil }

  /// The number as written; nil for any other value.
  public var number: JSONNumber? {
    node.kind == .number ? JSONNumber(trusted: text) : nil
  }

  /// The elements of an array; empty for any other value.
  public var elements: Elements { Elements(container: self) }

  /// The members of an object in their order; empty for any other value.
  public var members: Members { Members(container: self) }

  /// How many elements or members there are.
  public var count: Int {
    switch node.kind {
    case .object, .array: Int(node.length)
    default: 0
    }
  }

  /// The value of an object's member.
  public subscript(key: String) -> JSONNode? {
    var key = key
    return key.withUTF8 { wanted in
      for member in members where member.keyNode.contentEquals(wanted) { return member.value }
      return nil
    }
  }

  /// The element of an array at an index.
  public subscript(index: Int) -> JSONNode? {
    guard index >= 0, index < count, node.kind == .array else { return nil }
    var place = self.index + 1
    for _ in 0..<index { place = document.after(place) }
    return JSONNode(document: document, index: place)
  }

  /// The value as a tree of its own.
  public var value: JSONValue {
    var index = index
    return document.value(at: &index)
  }

  /// The bytes of a string without its escapes, or of a number.
  package var content: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: document.text(node), count: Int(node.length))
  }

  /// A copy of the content of a string or number.
  package var text: String { document.string(of: node) }

  package func contentEquals(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    content.elementsEqual(bytes)
  }

  /// A key and its value.
  public struct Member: Sendable {
    package let keyNode: JSONNode
    /// The value, in place.
    public let value: JSONNode

    /// A copy of the key, without its escapes.
    public var key: String { keyNode.text }

    /// Where the key's opening quote stands, in bytes.
    public var keyOffset: Int { keyNode.offset }
  }

  /// The elements of an array.
  public struct Elements: Sequence, Sendable {
    let container: JSONNode

    public func makeIterator() -> Iterator {
      Iterator(
        document: container.document, place: container.index + 1,
        end: container.node.kind == .array ? Int(container.node.link) : 0)
    }

    public var underestimatedCount: Int { container.node.kind == .array ? container.count : 0 }

    public struct Iterator: IteratorProtocol {
      let document: JSONDocument
      var place: Int
      let end: Int

      public mutating func next() -> JSONNode? {
        guard place < end else { return nil }
        defer { place = document.after(place) }
        return JSONNode(document: document, index: place)
      }
    }
  }

  /// The members of an object.
  public struct Members: Sequence, Sendable {
    let container: JSONNode

    public func makeIterator() -> Iterator {
      Iterator(
        document: container.document, place: container.index + 1,
        end: container.node.kind == .object ? Int(container.node.link) : 0)
    }

    public var underestimatedCount: Int { container.node.kind == .object ? container.count : 0 }

    public struct Iterator: IteratorProtocol {
      let document: JSONDocument
      var place: Int
      let end: Int

      public mutating func next() -> Member? {
        while place < end {
          let key = JSONNode(document: document, index: place)
          let value = JSONNode(document: document, index: place + 1)
          place = document.after(place + 1)
          if !key.node.has(TapeNode.shadowed) { return Member(keyNode: key, value: value) }
        }
        return nil
      }
    }
  }
}
