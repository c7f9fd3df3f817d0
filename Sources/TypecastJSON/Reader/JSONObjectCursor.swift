/// How far an object has been read: which key came last, and which ones came before.
///
///     var object = JSONObjectCursor()
///     while try reader.nextKey(&object, of: keys) {
///       switch object.index {
///       case 0: name = try reader.string()
///       case 1: size = try reader.int()
///       default: try reader.skip()
///       }
///     }
///
/// Unlike the forms of `nextKey` that are told what to predict, this one is not inlined and holds every object of a
/// program in a few bytes of code: keys that come in their declared order are still found by one wide comparison.
@frozen
public struct JSONObjectCursor {
  /// The number of the key that was read last; the count of the keys for one that is none of them.
  public internal(set) var index = -1

  /// The number of the last key that was one of them.
  var last = -1

  /// The keys that have come, as bits; those from the sixty-fourth on are in `beyond`.
  var seen: UInt64 = 0
  var beyond: [UInt64] = []
  var isOpen = false

  /// A cursor before an object, of which nothing is read yet.
  @inlinable
  public init() {}

  /// Whether a key has come.
  public func has(_ index: Int) -> Bool {
    if index < 64 { return seen & (1 &<< UInt64(index)) != 0 }
    let word = index / 64 - 1
    return word < beyond.count && beyond[word] & (1 &<< UInt64(index % 64)) != 0
  }

  /// How many keys have come that are declared, each counted once.
  public var count: Int { beyond.reduce(seen.nonzeroBitCount) { $0 + $1.nonzeroBitCount } }

  /// Notes that a key has come; false if it came before.
  @inline(__always)
  mutating func note(_ index: Int) -> Bool {
    if index >= 64 { return noteBeyond(index) }
    let bit: UInt64 = 1 &<< UInt64(truncatingIfNeeded: index)
    if seen & bit != 0 { return false }
    seen |= bit
    return true
  }

  @inline(never)
  private mutating func noteBeyond(_ index: Int) -> Bool {
    let word = index / 64 - 1
    while beyond.count <= word { beyond.append(0) }
    let bit: UInt64 = 1 &<< UInt64(index % 64)
    if beyond[word] & bit != 0 { return false }
    beyond[word] |= bit
    return true
  }

  /// Whether all of some keys have come.
  func hasAll(of keys: JSONKeys) -> Bool {
    if seen & keys.required != keys.required { return false }
    return keys.requiredBeyond.allSatisfy { has($0) }
  }
}

extension JSONReader {
  /// Opens an object, or goes past the comma behind a member, and reads the next key with its colon.
  ///
  /// False at the end of the object, once all required keys have come.
  @inline(never)
  public mutating func nextKey(_ object: inout JSONObjectCursor, of keys: JSONKeys) throws(JSONError) -> Bool {
    if object.isOpen {
      if pointer.pointee <= 0x20 { Scan.skipWhitespace(&pointer) }
      if pointer.pointee == 0x2C {
        let guess = object.last &+ 1
        if guess < keys.count {
          if take(keys.prediction(guess)) { return try note(guess, in: &object) }
          // One that may be missing was left out.
          let second = guess &+ 1
          if second < keys.count, take(keys.prediction(second)) { return try note(second, in: &object) }
          if pointer[1] <= 0x20 {
            if takeSpaced(keys.prediction(guess)) { return try note(guess, in: &object) }
            if second < keys.count, takeSpaced(keys.prediction(second)) { return try note(second, in: &object) }
          }
        }
      } else if pointer.pointee == 0x7D {
        leave()
        return try end(object, of: keys)
      }
    } else {
      object.isOpen = true
      Scan.skipWhitespace(&pointer)
      if pointer.pointee == 0x7B, room > 0, keys.count > 0,
        take(keys.prediction(0)) || takeSpaced(keys.prediction(0))
      {
        room &-= 1
        return try note(0, in: &object)
      }
      return try take(openObject(of: keys), in: &object, of: keys)
    }
    return try take(nextKey(of: keys), in: &object, of: keys)
  }

  /// Goes past a comma or brace, a key and its colon, with white space around the key, if they are what comes next.
  @inline(never)
  private mutating func takeSpaced(_ prediction: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let start = prediction.baseAddress else { return false }
    var next = pointer + 1
    Scan.skipWhitespace(&next)
    let count = prediction.count &- 2
    guard Scan.equalPadded(start + 1, next, count: count) else { return false }
    next += count
    Scan.skipWhitespace(&next)
    guard next.pointee == 0x3A else { return false }
    pointer = next + 1
    return true
  }

  /// The same without white space.
  @inline(__always)
  private mutating func take(_ prediction: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let start = prediction.baseAddress,
      Scan.equalPadded(start + 1, pointer + 1, count: prediction.count &- 1)
    else { return false }
    pointer += prediction.count
    return true
  }

  @inline(__always)
  private mutating func note(_ index: Int, in object: inout JSONObjectCursor) throws(JSONError) -> Bool {
    object.index = index
    object.last = index
    if !object.note(index) { try repeatKey() }
    return true
  }

  private mutating func take(
    _ index: Int, in object: inout JSONObjectCursor, of keys: JSONKeys
  ) throws(JSONError) -> Bool {
    if index < 0 { return try end(object, of: keys) }
    if index < keys.count { return try note(index, in: &object) }
    object.index = index
    return true
  }

  @inline(__always)
  private mutating func end(_ object: JSONObjectCursor, of keys: JSONKeys) throws(JSONError) -> Bool {
    if !object.hasAll(of: keys) { throw missingKey(object, of: keys) }
    return false
  }

  @inline(never)
  private mutating func missingKey(_ object: JSONObjectCursor, of keys: JSONKeys) -> JSONError {
    let missing = (0..<keys.count).filter { keys.isRequired($0) && !object.has($0) }
    let names = missing.prefix(8).map { JSONValue.string(keys.name($0)).description }.joined(separator: ", ")
    return JSONError(
      kind: .missingKey, expected: "the member\(missing.count == 1 ? "" : "s") \(names)",
      found: "the end of the object", offset: pointer - source.start - 1, in: source.buffer)
  }
}
