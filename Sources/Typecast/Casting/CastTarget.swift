import TypecastJSON
import TypecastSchema

/// What a text of a model has to become: a schema, and a way to read values that follow it.
struct CastTarget<Value: Sendable>: Sendable {
  let schema: CompiledSchema

  /// What the value is called.
  let name: String

  /// Reads a text that is what it has to be; nil for any other, without a word on why.
  private let valid: @Sendable (PaddedBytes) -> Value?

  /// Says why a text is not what it has to be.
  private let explained: @Sendable (PaddedBytes) -> CastError

  /// A value of the type that a schema was compiled to.
  init(_ type: Value.Type) where Value: SchemaRoot {
    schema = Value.schema
    name = "\(Value.self)"
    valid = { Value(valid: $0) }
    explained = { source in
      do throws(InvalidValue) {
        _ = try Value(json: source)
        return CastError(.invalid)
      } catch {
        return CastError(error)
      }
    }
  }

  /// A value of which only the schema is known.
  init(_ schema: CompiledSchema, name: String) where Value == JSONValue {
    self.schema = schema
    self.name = name
    valid = { source in
      guard let document = try? JSONDocument(source), (try? schema.isValid(document)) == true else { return nil }
      return document.root.value
    }
    explained = { source in
      do throws(CastError) {
        _ = try Caster(schema, level: .strict).cast(source)
        return CastError(.invalid)
      } catch {
        return error
      }
    }
  }

  /// Makes a value of a text, and tells what was done to it.
  func cast(
    _ text: String, finish: FinishReason, level: RepairLevel
  ) throws(CastError) -> (value: Value, repairs: [Repair]) {
    // What was cut off is never passed off as whole, even where it happens to be sound.
    if !finish.isWhole { throw CastError(cutOffBy: finish) }
    let source = PaddedBytes(text)
    if let value = valid(source) { return (value, []) }
    if level == .strict { throw explained(source) }
    let cast = try Caster(schema, level: level).cast(source, finish: finish)
    let repaired = PaddedBytes(JSONWriter().bytes(of: cast.value))
    // The schema allows it, but the Swift type may hold no such number.
    guard let value = valid(repaired) else {
      var error = explained(repaired)
      error.repairs = cast.repairs
      throw error
    }
    return (value, cast.repairs)
  }
}

extension SchemaValue {
  /// Reads a text; nil where it is no valid value.
  init?(valid source: PaddedBytes) {
    do throws(JSONError) {
      var reader = JSONReader(source, options: JSONOptions())
      self = try Self(reading: &reader)
      try reader.finish()
    } catch {
      return nil
    }
  }
}

extension CastError {
  init(_ error: InvalidValue) {
    switch error.kind {
    case .notJSON: self.init(.notJSON, [Problem(error.message)])
    case .undecided: self.init(undecided: error.message)
    default:
      self.init(error.report)
      if problems.isEmpty { problems = [Problem(error.message)] }
    }
  }
}
