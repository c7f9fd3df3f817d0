public import TypecastJSON

/// Reads a default that generated code carries as JSON.
public func defaultValue<Value>(
  _ json: String, _ read: (inout JSONReader) throws(JSONError) -> Value
) -> Value {
  do throws(JSONError) {
    var reader = JSONReader(PaddedBytes(json))
    return try read(&reader)
  } catch {
    // The compiler has made sure that the schema allows the default.
    preconditionFailure("A default was compiled by another version of Typecast; build the package anew. \(error)")
  }
}
