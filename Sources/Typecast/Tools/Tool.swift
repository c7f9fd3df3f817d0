/// A Swift function that a model may have called.
///
/// Its argument is of a type that was compiled from a schema. What the model writes is repaired like an answer; where that
/// does not make a valid argument, the model is told what is wrong and may call again.
public struct Tool: Sendable {
  /// What the model is told.
  public let offer: ToolOffer

  /// What became of the argument, and what the tool says to it.
  typealias Outcome = (answer: Result<String, Objection>, repairs: [Repair])

  /// Takes what the model wrote, and gives what it gets to read. An error ends the call.
  let run: @Sendable (_ arguments: String, _ level: RepairLevel) async throws -> Outcome

  /// A tool whose result is text.
  ///
  /// - Parameters:
  ///   - name: Up to 64 letters, digits, `_` and `-`.
  ///   - purpose: What the tool does and when it is of use, for the model.
  ///   - type: The type of the argument; its schema has to be an object.
  ///   - body: What an ``Objection`` says goes to the model; every other error ends the call.
  public init<Argument: SchemaRoot>(
    _ name: String, _ purpose: String, taking type: Argument.Type = Argument.self,
    _ body: @escaping @Sendable (Argument) async throws -> String
  ) {
    offer = ToolOffer(name, purpose, schema: Argument.schema)
    run = { arguments, level in
      let target = CastTarget(Argument.self)
      let argument: (value: Argument, repairs: [Repair])
      do throws(CastError) {
        // A model that has nothing to say about a tool's argument may leave it out.
        argument = try target.cast(arguments.isEmpty ? "{}" : arguments, finish: .stop, level: level)
      } catch {
        return (.failure(Objection(error.problems)), error.repairs)
      }
      do {
        let text = try await body(argument.value)
        return (.success(text), argument.repairs)
      } catch let objection as Objection {
        return (.failure(objection), argument.repairs)
      }
    }
  }

  /// A tool whose result is a value of a compiled type, which the model reads as JSON.
  public init<Argument: SchemaRoot, Result: SchemaValue>(
    _ name: String, _ purpose: String, taking type: Argument.Type = Argument.self,
    _ body: @escaping @Sendable (Argument) async throws -> Result
  ) {
    self.init(name, purpose) { (argument: Argument) in try await body(argument).json }
  }
}
