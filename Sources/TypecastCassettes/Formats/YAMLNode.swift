import TypecastJSON

/// A value of YAML, and the line where it begins.
struct YAMLNode: Hashable, Sendable {
  indirect enum Content: Hashable, Sendable {
    case scalar(Scalar)
    case sequence([YAMLNode])
    /// Each key once, in their order.
    case mapping([Member])
    /// What a tag would make of it is not known here, and nothing is made.
    case foreign(tag: String)
  }

  struct Scalar: Hashable, Sendable {
    let text: String
    /// Whether it stands without quotes, so that it may be a number, a boolean or nothing.
    let isPlain: Bool
    /// Whether its text is base64.
    let isBinary: Bool
  }

  struct Member: Hashable, Sendable {
    let key: String
    let value: YAMLNode
  }

  let content: Content
  let line: Int

  subscript(key: String) -> YAMLNode? {
    guard case .mapping(let members) = content else { return nil }
    return members.first { ScalarText($0.key) == ScalarText(key) }?.value
  }

  /// The value of a key that is there and not null.
  func present(_ key: String) -> YAMLNode? { self[key].flatMap { $0.isNull ? nil : $0 } }

  var scalar: Scalar? {
    if case .scalar(let scalar) = content { scalar } else { nil }
  }

  /// A text, whatever else it could be taken for.
  var text: String? { scalar.flatMap { $0.isBinary ? nil : $0.text } }

  var sequence: [YAMLNode]? {
    if case .sequence(let nodes) = content { nodes } else { nil }
  }

  var isNull: Bool {
    scalar.map { $0.isPlain && !$0.isBinary && ["", "~", "null", "Null", "NULL"].contains($0.text) } ?? false
  }
}

extension YAMLNode {
  /// JSON is YAML, but for what libyaml knows of its escapes.
  init(_ json: JSONValue, line: Int = 1) {
    self.line = line
    func plain(_ text: String) -> Content { .scalar(Scalar(text: text, isPlain: true, isBinary: false)) }
    switch json {
    case .null: content = plain("null")
    case .bool(let value): content = plain(value ? "true" : "false")
    case .number(let number): content = plain(number.text)
    case .string(let text): content = .scalar(Scalar(text: text, isPlain: false, isBinary: false))
    case .array(let elements): content = .sequence(elements.map { YAMLNode($0, line: line) })
    case .object(let object):
      content = .mapping(object.map { Member(key: $0.key, value: YAMLNode($0.value, line: line)) })
    }
  }
}
