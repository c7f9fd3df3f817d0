/// The memory of a document, for code that can't afford to keep it alive by itself.
@usableFromInline
package struct TapeView: BitwiseCopyable {
  @usableFromInline package let nodes: UnsafePointer<TapeNode>
  @usableFromInline package let base: UnsafePointer<UInt8>
  @usableFromInline package let sideBuffer: UnsafePointer<UInt8>

  /// The view is good for as long as the document lives.
  package init(_ document: JSONDocument) {
    nodes = UnsafePointer(document.nodes)
    base = document.base
    // Nodes that refer to the side buffer exist only where there is one.
    sideBuffer = document.sideBuffer.map { UnsafePointer($0) } ?? document.base
  }

  init(nodes: UnsafePointer<TapeNode>, base: UnsafePointer<UInt8>, sideBuffer: UnsafePointer<UInt8>?) {
    self.nodes = nodes
    self.base = base
    self.sideBuffer = sideBuffer ?? base
  }

  /// The node after the value at `index` and all that it contains.
  @inlinable
  @inline(__always)
  package func after(_ index: Int) -> Int {
    let node = nodes[index]
    return node.kind == .object || node.kind == .array ? Int(node.link) : index &+ 1
  }

  /// The bytes of a string without its escapes, or of a number.
  @inlinable
  @inline(__always)
  package func text(_ node: TapeNode) -> UnsafePointer<UInt8> {
    if node.kind == .number { return base + Int(node.offset) }
    if node.has(TapeNode.escaped) { return sideBuffer + Int(node.link) }
    return base + Int(node.offset) + 1
  }

  @inlinable
  @inline(__always)
  package func buffer(_ node: TapeNode) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: text(node), count: Int(node.length))
  }
}

/// Equality by JSON Schema's rules: numbers by value, strings by scalars, objects whatever the order of their members.
extension TapeView {
  package func isEqual(_ index: Int, to other: TapeView, _ otherIndex: Int) -> Bool {
    let node = nodes[index]
    let otherNode = other.nodes[otherIndex]
    guard node.kind == otherNode.kind else { return false }
    switch node.kind {
    case .null: return true
    case .boolean: return node.has(TapeNode.isTrue) == otherNode.has(TapeNode.isTrue)
    case .string: return hasSameText(node, other, otherNode)
    case .number:
      if node.length == otherNode.length, hasSameText(node, other, otherNode) { return true }
      return JSONNumber.compare(buffer(node), other.buffer(otherNode)) == 0
    case .array:
      guard node.length == otherNode.length else { return false }
      var place = index + 1
      var otherPlace = otherIndex + 1
      while place < Int(node.link) {
        guard isEqual(place, to: other, otherPlace) else { return false }
        place = after(place)
        otherPlace = other.after(otherPlace)
      }
      return true
    case .object:
      return node.length == otherNode.length && hasSameMembers(index, other, otherIndex)
    }
  }

  @inline(__always)
  private func hasSameText(_ node: TapeNode, _ other: TapeView, _ otherNode: TapeNode) -> Bool {
    node.length == otherNode.length && Scan.equal(text(node), other.text(otherNode), count: Int(node.length))
  }

  private func hasSameMembers(_ index: Int, _ other: TapeView, _ otherIndex: Int) -> Bool {
    let count = Int(nodes[index].length)
    if count > 16 {
      // A table, so that large objects in another order don't take quadratic time.
      var places: [UInt64: [Int]] = [:]
      places.reserveCapacity(count)
      other.forEachMember(of: otherIndex) {
        places[other.hash(ofText: other.nodes[$0]), default: []].append($0); return true
      }
      return forEachMember(of: index) { key in
        (places[hash(ofText: nodes[key])] ?? []).contains {
          hasSameText(nodes[key], other, other.nodes[$0]) && isEqual(key + 1, to: other, $0 + 1)
        }
      }
    }
    return forEachMember(of: index) { key in
      // In the usual case both have one order, and the first candidate is the one.
      !other.forEachMember(of: otherIndex) {
        !(hasSameText(nodes[key], other, other.nodes[$0]) && isEqual(key + 1, to: other, $0 + 1))
      }
    }
  }

  /// Calls a closure with the index of each key that counts, while it returns true; false if it ever returned false.
  @inline(__always)
  @discardableResult
  private func forEachMember(of index: Int, _ body: (Int) -> Bool) -> Bool {
    var key = index + 1
    let end = Int(nodes[index].link)
    while key < end {
      if !nodes[key].has(TapeNode.shadowed), !body(key) { return false }
      key = after(key + 1)
    }
    return true
  }
}

/// Hashes that are equal for equal values. Seeded anew in each process, so that no document can be made to collide.
extension TapeView {
  private static var seed: UInt64 { Scan.seed }

  package func hash(_ index: Int) -> UInt64 {
    let node = nodes[index]
    let kind = UInt64(node.kind.rawValue)
    switch node.kind {
    case .null: return TapeView.mix(kind, TapeView.seed)
    case .boolean: return TapeView.mix(kind &+ (node.has(TapeNode.isTrue) ? 16 : 32), TapeView.seed)
    case .string: return hash(ofText: node)
    case .number: return TapeView.mix(JSONNumber.hash(buffer(node)), TapeView.seed &+ kind)
    case .array:
      var result = TapeView.mix(UInt64(node.length), TapeView.seed &+ kind)
      var place = index + 1
      while place < Int(node.link) {
        result = TapeView.mix(result ^ hash(place), TapeView.seed)
        place = after(place)
      }
      return result
    case .object:
      // Order does not count, so the members' hashes are summed up.
      var sum = UInt64(node.length)
      forEachMember(of: index) { key in
        sum = sum &+ TapeView.mix(hash(ofText: nodes[key]) ^ 0x5555, hash(key + 1))
        return true
      }
      return TapeView.mix(sum, TapeView.seed &+ kind)
    }
  }

  func hash(ofText node: TapeNode) -> UInt64 {
    Scan.seededHash(text(node), count: Int(node.length))
  }

  private static func mix(_ left: UInt64, _ right: UInt64) -> UInt64 {
    Scan.mix(left, right)
  }
}

extension JSONNode {
  /// Whether two values are equal by JSON Schema's rules.
  public func isEqual(to other: JSONNode) -> Bool {
    TapeView(document).isEqual(index, to: TapeView(other.document), other.index)
  }

  /// How many code points a string has; 0 for any other value.
  package var codePointCount: Int {
    node.kind == .string ? Scan.codePoints(document.text(node), count: Int(node.length)) : 0
  }
}
