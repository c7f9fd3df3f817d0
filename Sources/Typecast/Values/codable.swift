/// Reads a value from any decoder, for types that have another way by themselves.
public func decode<Value: SchemaValue>(_ type: Value.Type, from decoder: any Decoder) throws -> Value {
  try Value(decoding: decoder)
}

/// Writes a value to any encoder, for types that have another way by themselves.
public func encode(_ value: some SchemaValue, to encoder: any Encoder) throws {
  try value.encode(into: encoder)
}
