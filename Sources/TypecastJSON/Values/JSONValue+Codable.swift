/// Values pass through any encoder and decoder, as exactly as that one tells numbers and keys apart.
extension JSONValue: Codable {
  private struct MemberKey: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(_ text: String) { stringValue = text }
    init?(stringValue: String) { self.init(stringValue) }
    init?(intValue: Int) { nil }
  }

  public init(from decoder: any Decoder) throws {
    if let memory = KindMemory.current {
      try self.init(from: decoder, memory)
    } else {
      let memory = KindMemory()
      self = try KindMemory.$current.withValue(memory) { try JSONValue(from: decoder, memory) }
    }
  }

  private init(from decoder: any Decoder, _ memory: KindMemory) throws {
    let single = try? decoder.singleValueContainer()
    if let single, single.decodeNil() {
      self = .null
      return
    }
    let likely = memory.likely
    if let likely, let value = try Self.read(likely, from: decoder, single, memory),
      likely != .string || memory.keepsApart == true || !Self.mayBeAnotherScalar(value.string ?? "")
    {
      self = value
      return
    }
    // Scalars come before containers, and strings last of them: some decoders give any scalar as a string.
    for kind in [KindMemory.Kind.bool, .integer, .double, .string, .object, .array] where kind != likely {
      guard let value = try Self.read(kind, from: decoder, single, memory) else { continue }
      memory.remember(kind)
      self = value
      return
    }
    // A string that may be another scalar was passed over above.
    self = .string(try decoder.singleValueContainer().decode(String.self))
  }

  /// The value, if it is of a kind.
  private static func read(
    _ kind: KindMemory.Kind, from decoder: any Decoder, _ single: (any SingleValueDecodingContainer)?,
    _ memory: KindMemory
  ) throws -> JSONValue? {
    switch kind {
    case .bool:
      guard let bool = try? single?.decode(Bool.self) else { return nil }
      if memory.keepsApart == nil { memory.keepsApart = (try? single?.decode(String.self)) == nil }
      return .bool(bool)
    case .integer: return integer(single, memory).map(JSONValue.number)
    case .double:
      guard let double = try? single?.decode(Double.self), let number = JSONNumber(double) else { return nil }
      if memory.keepsApart == nil { memory.keepsApart = (try? single?.decode(String.self)) == nil }
      return .number(number.isInteger ? integer(single, memory) ?? number : number)
    case .string:
      guard let string = try? single?.decode(String.self) else { return nil }
      return .string(string)
    case .object:
      guard let members = try? decoder.container(keyedBy: MemberKey.self) else { return nil }
      var object = JSONObject()
      for key in members.allKeys {
        object[key.stringValue] = try memory.member(key.stringValue) { try members.decode(JSONValue.self, forKey: key) }
      }
      return .object(object)
    case .array:
      guard var elements = try? decoder.unkeyedContainer() else { return nil }
      return try memory.elements {
        var array: [JSONValue] = []
        while !elements.isAtEnd { array.append(try elements.decode(JSONValue.self)) }
        return .array(array)
      }
    }
  }

  /// Whether a text may be how a decoder that keeps no scalars apart gives another one.
  private static func mayBeAnotherScalar(_ text: String) -> Bool {
    guard let first = text.utf8.first else { return true }
    return !(0x41...0x5A).contains(first & 0xDF)
      || ["true", "false", "yes", "no", "on", "off", "y", "n", "null"].contains(text.lowercased())
  }

  private static func integer(_ single: (any SingleValueDecodingContainer)?, _ memory: KindMemory) -> JSONNumber? {
    let number =
      (try? single?.decode(Int64.self)).map { JSONNumber($0) }
      ?? (try? single?.decode(UInt64.self)).map { JSONNumber($0) }
    if number != nil && memory.keepsApart == nil { memory.keepsApart = (try? single?.decode(String.self)) == nil }
    return number
  }

  public func encode(to encoder: any Encoder) throws {
    switch self {
    case .null:
      var container = encoder.singleValueContainer()
      try container.encodeNil()
    case .bool(let bool):
      var container = encoder.singleValueContainer()
      try container.encode(bool)
    case .number(let number):
      var container = encoder.singleValueContainer()
      if let int = number.int {
        try container.encode(int)
      } else if let unsigned = UInt64(number.text) {
        try container.encode(unsigned)
      } else if number.double.isFinite {
        try container.encode(number.double)
      } else {
        throw EncodingError.invalidValue(
          number.text,
          EncodingError.Context(
            codingPath: encoder.codingPath, debugDescription: "This number is too large for a Double: \(number.text)"))
      }
    case .string(let string):
      var container = encoder.singleValueContainer()
      try container.encode(string)
    case .array(let elements):
      var container = encoder.unkeyedContainer()
      for element in elements { try container.encode(element) }
    case .object(let object):
      var container = encoder.container(keyedBy: MemberKey.self)
      for member in object { try container.encode(member.value, forKey: MemberKey(member.key)) }
    }
  }
}
