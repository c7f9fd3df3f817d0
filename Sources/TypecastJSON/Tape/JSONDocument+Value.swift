extension JSONDocument {
  /// The value at an index as a tree of its own; the index is left behind it.
  ///
  /// One small frame for every level: values of the greatest depth are made here.
  func value(at index: inout Int) -> JSONValue {
    let node = nodes[index]
    index += 1
    switch node.kind {
    case .null: return .null
    case .boolean: return .bool(node.has(TapeNode.isTrue))
    case .number: return .number(JSONNumber(trusted: string(of: node)))
    case .string: return .string(string(of: node))
    case .array: return array(of: node, at: &index)
    case .object: return object(of: node, at: &index)
    }
  }

  private func array(of node: TapeNode, at index: inout Int) -> JSONValue {
    var elements: [JSONValue] = []
    elements.reserveCapacity(Int(node.length))
    while index < Int(node.link) { elements.append(value(at: &index)) }
    return .array(elements)
  }

  private func object(of node: TapeNode, at index: inout Int) -> JSONValue {
    var members: [JSONObject.Member] = []
    members.reserveCapacity(Int(node.length))
    while index < Int(node.link) {
      let key = nodes[index]
      index += 1
      if key.has(TapeNode.shadowed) {
        index = after(index)
      } else {
        members.append(JSONObject.Member(key: string(of: key), value: value(at: &index)))
      }
    }
    return .object(JSONObject(uniqueMembers: members))
  }

  /// A copy of the content of a string or number, both of which are known to be well formed.
  func string(of node: TapeNode) -> String {
    String(
      trusted: UnsafeBufferPointer(start: text(node), count: Int(node.length)), isASCII: !node.has(TapeNode.beyondASCII)
    )
  }
}
