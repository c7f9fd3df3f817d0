import CYAML
import TypecastJSON

/// Reads a document of YAML through the events of libyaml, within limits, and makes nothing that a tag asks for.
struct YAMLReader: ~Copyable {
  /// How much a document may hold.
  struct Limits: Sendable {
    var depth = 64
    /// The nodes, those behind aliases each time they are named.
    var nodes = 4_000_000
    /// The bytes of all texts, counted as nodes are.
    var bytes = 1 << 30
  }

  /// A node that an alias may name, and what it holds.
  private struct Anchored {
    let node: YAMLNode
    let nodes: Int
    let bytes: Int
  }

  private let path: String
  private let limits: Limits
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private var anchors: [String: Anchored] = [:]
  private var nodes = 0
  private var bytes = 0

  private init(_ input: UnsafeBufferPointer<UInt8>, path: String, limits: Limits) throws(CassetteError) {
    self.path = path
    self.limits = limits
    parser = .allocate(capacity: 1)
    guard yaml_parser_initialize(parser) == 1 else {
      parser.deallocate()
      throw CassetteError(path, "libyaml has no memory for it.")
    }
    yaml_parser_set_input_string(parser, input.baseAddress, input.count)
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deallocate()
  }

  /// The only document of a text.
  static func document(
    _ bytes: [UInt8], path: String, limits: Limits = Limits()
  ) throws(CassetteError) -> YAMLNode {
    let result = bytes.withUnsafeBufferPointer { input in
      Result<YAMLNode, CassetteError> { () throws(CassetteError) in
        var reader = try YAMLReader(input, path: path, limits: limits)
        return try reader.document()
      }
    }
    return try result.get()
  }

  private mutating func document() throws(CassetteError) -> YAMLNode {
    var root: YAMLNode?
    while true {
      var event = try next()
      defer { yaml_event_delete(&event) }
      switch event.type {
      case YAML_STREAM_START_EVENT, YAML_DOCUMENT_END_EVENT: continue
      case YAML_DOCUMENT_START_EVENT:
        if root != nil { throw failure("holds a second document. Divide it.", event) }
        root = try node(depth: 0)
      case YAML_STREAM_END_EVENT:
        guard let root else { throw failure("is empty.", event) }
        return root
      default: throw failure("is no document of YAML.", event)
      }
    }
  }

  // MARK: Nodes

  private mutating func node(depth: Int) throws(CassetteError) -> YAMLNode {
    var event = try next()
    defer { yaml_event_delete(&event) }
    guard let node = try node(event, depth: depth) else { throw failure("lacks a value.", event) }
    return node
  }

  /// The node that an event begins; nil where one ends.
  private mutating func node(_ event: yaml_event_t, depth: Int) throws(CassetteError) -> YAMLNode? {
    let before = (nodes: nodes, bytes: bytes)
    let anchor: UnsafeMutablePointer<yaml_char_t>?
    let content: YAMLNode.Content
    switch event.type {
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      anchor = scalar.anchor
      try count(bytes: scalar.length, event)
      content = Self.content(of: scalar)
    case YAML_SEQUENCE_START_EVENT:
      anchor = event.data.sequence_start.anchor
      try count(bytes: 0, event)
      content = try sequence(event, depth: depth)
    case YAML_MAPPING_START_EVENT:
      anchor = event.data.mapping_start.anchor
      try count(bytes: 0, event)
      content = try mapping(event, depth: depth)
    case YAML_ALIAS_EVENT: return try anchored(event)
    default: return nil
    }
    let node = YAMLNode(content: content, line: Self.line(event))
    if let anchor {
      // Only now: what names itself names nothing.
      anchors[String(cString: anchor)] = Anchored(node: node, nodes: nodes - before.nodes, bytes: bytes - before.bytes)
    }
    return node
  }

  private mutating func anchored(_ event: yaml_event_t) throws(CassetteError) -> YAMLNode {
    let name = String(cString: event.data.alias.anchor)
    guard let anchored = anchors[name] else {
      throw failure("names '*\(name.prefix(40))', which is not there yet.", event)
    }
    try count(nodes: anchored.nodes, bytes: anchored.bytes, event)
    return anchored.node
  }

  private mutating func sequence(_ start: yaml_event_t, depth: Int) throws(CassetteError) -> YAMLNode.Content {
    try checkDepth(depth, start)
    var elements: [YAMLNode] = []
    while true {
      var event = try next()
      defer { yaml_event_delete(&event) }
      guard let element = try node(event, depth: depth + 1) else { break }
      elements.append(element)
    }
    return Self.content(.sequence(elements), taggedWith: start.data.sequence_start.tag)
  }

  private mutating func mapping(_ start: yaml_event_t, depth: Int) throws(CassetteError) -> YAMLNode.Content {
    try checkDepth(depth, start)
    var members: [YAMLNode.Member] = []
    var keys: Set<ScalarText> = []
    while true {
      var event = try next()
      defer { yaml_event_delete(&event) }
      guard let key = try node(event, depth: depth + 1) else { break }
      guard let name = key.text else { throw failure("has a key that is no text.", event) }
      guard keys.insert(ScalarText(name)).inserted else {
        throw failure("has the key '\(name.prefix(40))' twice.", event)
      }
      members.append(YAMLNode.Member(key: name, value: try node(depth: depth + 1)))
    }
    return Self.content(.mapping(members), taggedWith: start.data.mapping_start.tag)
  }

  // MARK: Tags

  private static let standard = "tag:yaml.org,2002:"

  private static func content(of scalar: yaml_event_s.__Unnamed_union_data.__Unnamed_struct_scalar) -> YAMLNode.Content
  {
    let text = String(decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
    let isPlain = scalar.style == YAML_PLAIN_SCALAR_STYLE
    guard let tag = name(scalar.tag) else { return .scalar(.init(text: text, isPlain: isPlain, isBinary: false)) }
    switch tag {
    case standard + "binary", "!binary": return .scalar(.init(text: text, isPlain: false, isBinary: true))
    case standard + "null", standard + "bool", standard + "int", standard + "float", standard + "timestamp":
      return .scalar(.init(text: text, isPlain: true, isBinary: false))
    // Texts of older Pythons and Rubies.
    case standard + "str", "!str", standard + "python/unicode", standard + "python/str":
      return .scalar(.init(text: text, isPlain: false, isBinary: false))
    default: return .foreign(tag: tag)
    }
  }

  private static func content(
    _ content: YAMLNode.Content, taggedWith tag: UnsafeMutablePointer<yaml_char_t>?
  ) -> YAMLNode.Content {
    guard let tag = name(tag), ![standard + "map", standard + "seq"].contains(tag) else { return content }
    return .foreign(tag: tag)
  }

  /// The tag, but for the one that says nothing.
  private static func name(_ tag: UnsafeMutablePointer<yaml_char_t>?) -> String? {
    tag.map { String(cString: $0) }.flatMap { $0 == "!" ? nil : $0 }
  }

  // MARK: Limits and faults

  private mutating func count(nodes: Int = 1, bytes: Int, _ event: yaml_event_t) throws(CassetteError) {
    self.nodes += nodes
    self.bytes += bytes
    guard self.nodes <= limits.nodes, self.bytes <= limits.bytes else {
      throw failure("holds more than it may, with what its aliases repeat. Divide it.", event)
    }
  }

  private func checkDepth(_ depth: Int, _ event: yaml_event_t) throws(CassetteError) {
    guard depth < limits.depth else { throw failure("is nested deeper than \(limits.depth) levels.", event) }
  }

  private func next() throws(CassetteError) -> yaml_event_t {
    var event = yaml_event_t()
    guard yaml_parser_parse(parser, &event) == 1 else {
      let problem = parser.pointee.problem.map { String(cString: $0) } ?? "no memory"
      throw CassetteError(path, line: Int(parser.pointee.problem_mark.line) + 1, "is no YAML: \(problem).")
    }
    return event
  }

  private func failure(_ reason: String, _ event: yaml_event_t) -> CassetteError {
    CassetteError(path, line: Self.line(event), reason)
  }

  private static func line(_ event: yaml_event_t) -> Int { Int(event.start_mark.line) + 1 }
}
