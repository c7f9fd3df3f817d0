/// A parsed JSON text: its bytes and an index over them, without a tree.
///
/// Reading one costs a fraction of building values, and every value knows its place in the text.
public final class JSONDocument: @unchecked Sendable {
  package let source: PaddedBytes

  @usableFromInline package let nodes: UnsafeMutablePointer<TapeNode>
  @usableFromInline package let nodeCount: Int
  @usableFromInline package let base: UnsafePointer<UInt8>
  @usableFromInline package let sideBuffer: UnsafeMutablePointer<UInt8>?

  /// Reads a text; nothing but white space may follow the value.
  public convenience init(_ source: PaddedBytes, options: JSONOptions = JSONOptions()) throws(JSONError) {
    var builder = TapeBuilder(options: options)
    try builder.build(source.text)
    self.init(source, builder.take())
  }

  /// Reads one value inside of a text and leaves the pointer behind it.
  convenience init(
    _ source: PaddedBytes, options: JSONOptions, pointer: inout UnsafePointer<UInt8>, depth: Int
  ) throws(JSONError) {
    let rest = source.count - (pointer - source.start)
    var builder = TapeBuilder(options: options)
    pointer = try builder.buildValue(of: source.text, at: pointer, depth: depth, sizeHint: min(rest, 256))
    self.init(source, builder.take())
  }

  /// Where the value ends that starts at an offset of a text; nil if it is not sound JSON.
  package static func end(ofValueAt offset: Int, in source: PaddedBytes, options: JSONOptions) -> Int? {
    var builder = TapeBuilder(options: options)
    builder.isSilent = true
    let end = try? builder.buildValue(
      of: source.text, at: source.start + offset, depth: 0, sizeHint: min(source.count - offset, 4096))
    return end.map { $0 - source.start }
  }

  private init(
    _ source: PaddedBytes,
    _ tape: (nodes: UnsafeMutablePointer<TapeNode>, count: Int, sideBuffer: UnsafeMutablePointer<UInt8>?)
  ) {
    self.source = source
    nodes = tape.nodes
    nodeCount = tape.count
    base = source.start
    sideBuffer = tape.sideBuffer
  }

  /// Reads the bytes of a text.
  public convenience init(
    _ bytes: UnsafeBufferPointer<UInt8>, options: JSONOptions = JSONOptions()
  ) throws(JSONError) {
    try self.init(PaddedBytes(copying: bytes), options: options)
  }

  /// Reads the bytes of a text.
  public convenience init(_ bytes: [UInt8], options: JSONOptions = JSONOptions()) throws(JSONError) {
    try self.init(PaddedBytes(bytes), options: options)
  }

  /// Reads a text.
  public convenience init(_ text: String, options: JSONOptions = JSONOptions()) throws(JSONError) {
    try self.init(PaddedBytes(text), options: options)
  }

  /// Writes a value and reads it back, so that what works on documents works on values too.
  public convenience init(_ value: JSONValue) throws(JSONError) {
    try self.init(
      PaddedBytes(JSONWriter().bytes(of: value)), options: JSONOptions(depthLimit: JSONOptions.greatestDepthLimit))
  }

  deinit {
    nodes.deallocate()
    sideBuffer?.deallocate()
  }

  /// The value or key that starts at an offset of the text.
  func node(atOffset offset: Int) -> JSONNode? {
    var low = 0
    var high = nodeCount
    while low < high {
      let middle = (low + high) / 2
      if Int(nodes[middle].offset) < offset { low = middle + 1 } else { high = middle }
    }
    return low < nodeCount && Int(nodes[low].offset) == offset ? JSONNode(document: self, index: low) : nil
  }

  /// The outermost value.
  public var root: JSONNode { JSONNode(document: self, index: 0) }

  /// The text that was read.
  public var bytes: UnsafeBufferPointer<UInt8> { source.buffer }

  /// The node after the value at `index` and all that it contains.
  @inlinable
  @inline(__always)
  package func after(_ index: Int) -> Int {
    let node = nodes[index]
    switch node.kind {
    case .object, .array: return Int(node.link)
    default: return index &+ 1
    }
  }

  /// The bytes of a string without its escapes, or of a number.
  @inlinable
  @inline(__always)
  package func text(_ node: TapeNode) -> UnsafePointer<UInt8> {
    if node.kind == .number { return base + Int(node.offset) }
    if node.has(TapeNode.escaped), let sideBuffer { return UnsafePointer(sideBuffer) + Int(node.link) }
    return base + Int(node.offset) + 1
  }
}
