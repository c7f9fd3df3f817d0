/// The headers of a message, in their order. Names are compared without regard to case.
public struct HTTPHeaders: Sendable {
  /// Names and values as they are sent, in their order; a name may come more than once.
  public private(set) var fields: [(name: String, value: String)]

  /// Headers in the order in which they are given.
  public init(_ fields: [(name: String, value: String)] = []) {
    self.fields = fields
  }

  /// The first value of a name; setting one replaces all of that name, nil removes them.
  public subscript(name: String) -> String? {
    get { fields.first { Self.isSame($0.name, name) }?.value }
    set {
      let place = fields.firstIndex { Self.isSame($0.name, name) }
      fields.removeAll { Self.isSame($0.name, name) }
      if let newValue { fields.insert((name, newValue), at: min(place ?? fields.count, fields.count)) }
    }
  }

  /// Adds a field behind those that are there.
  public mutating func add(_ name: String, _ value: String) {
    fields.append((name, value))
  }

  private static func isSame(_ left: String, _ right: String) -> Bool {
    left.utf8.elementsEqual(right.utf8) { lower($0) == lower($1) }
  }

  private static func lower(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
  }
}

extension HTTPHeaders: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// The names; values may be secrets.
  public var description: String { "[" + fields.map { "\($0.name): …" }.joined(separator: ", ") + "]" }
  public var debugDescription: String { description }
  public var customMirror: Mirror { Mirror(reflecting: description) }
}
