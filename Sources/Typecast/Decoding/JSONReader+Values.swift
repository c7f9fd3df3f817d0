public import TypecastJSON
import TypecastSchema

extension JSONReader {
  /// Reads any value of some types, given as the bits that the schema library has for them.
  @inline(never)
  public mutating func value(ofTypes types: UInt8) throws(JSONError) -> JSONValue {
    let start = mark
    let document = try document()
    guard TypeSet(rawValue: types).allows(document.root) else { throw violation(at: start) }
    return document.root.value
  }

  /// Reads an object of any members.
  @inline(never)
  public mutating func map(atLeast least: Int = 0, atMost most: Int = .max) throws(JSONError) -> JSONObject {
    let start = mark
    guard try peek() == .object else { throw failure(.wrongType, expected: "an object", at: start) }
    guard let object = try value().object else { throw violation(at: start) }
    try checkCount(object.count, from: least, to: most, since: start)
    return object
  }

  /// Reads an object whose members share a type.
  @inlinable
  public mutating func map<Value>(
    atLeast least: Int = 0, atMost most: Int = .max, of read: (inout JSONReader) throws(JSONError) -> Value
  ) throws(JSONError) -> JSONMap<Value> {
    let start = mark
    var map = JSONMap<Value>()
    var object = JSONObjectCursor()
    while try nextKey(&object, of: noKeys) {
      try extra(into: &map, read)
    }
    try checkCount(map.count, from: least, to: most, since: start)
    return map
  }

  /// Reads a value after parts of its schema were checked.
  @inlinable
  public mutating func checked<Value>(
    _ parts: SchemaParts, _ numbers: [Int], _ read: (inout JSONReader) throws(JSONError) -> Value
  ) throws(JSONError) -> Value {
    try check(parts, numbers)
    return try read(&self)
  }
}

@usableFromInline let noKeys = JSONKeys([])

extension JSONOutput {
  /// Writes a value that can't be.
  public mutating func nothing(_ value: NoValue) {}
}
