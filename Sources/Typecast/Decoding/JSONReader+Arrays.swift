public import TypecastJSON

extension JSONReader {
  /// Reads an array of so many elements.
  @inlinable
  public mutating func array<Element>(
    atLeast least: Int = 0, atMost most: Int = .max,
    of read: (inout JSONReader) throws(JSONError) -> Element
  ) throws(JSONError) -> [Element] {
    let start = mark
    var elements: [Element] = []
    if try openArray() {
      elements.reserveCapacity(8)
      repeat {
        elements.append(try read(&self))
      } while try nextElement()
    }
    if elements.count < least || elements.count > most { throw wrongCount(least, most, at: start) }
    return elements
  }

  @inline(never)
  @usableFromInline
  mutating func wrongCount(_ least: Int, _ most: Int, at mark: Mark) -> JSONError {
    let range = most == .max ? "at least \(least)" : least == most ? "\(least)" : "\(least) to \(most)"
    return violation("\(range) elements", at: mark)
  }

  /// After an object or array that counts its parts.
  @inline(never)
  public mutating func checkCount(_ count: Int, from least: Int, to most: Int, since mark: Mark) throws(JSONError) {
    if count < least || count > most { throw violation("\(least) to \(most) members", at: mark) }
  }

  /// Reads the value of a member that no property stands for.
  @inline(never)
  public mutating func extra<Value>(
    into map: inout JSONMap<Value>, _ read: (inout JSONReader) throws(JSONError) -> Value
  ) throws(JSONError) {
    let key = unknownKey.string
    if map[key] != nil { try repeatKey() }
    map[key] = try read(&self)
  }

  /// Reads the value of a member that no property stands for, whatever it is.
  @inline(never)
  public mutating func extra(into object: inout JSONObject) throws(JSONError) {
    let key = unknownKey.string
    if object[key] != nil { try repeatKey() }
    object[key] = try value()
  }
}
