import TypecastJSON
public import TypecastPrompts

/// A typed answer, with what it was made from.
public struct Reply<Value: SchemaRoot>: Sendable {
  /// The value.
  public let value: Value

  /// The text of the answer, as it came.
  public let text: String

  /// What was done to the text to make it a valid value; nothing if it was one.
  public let repairs: [Repair]

  /// The model that answered.
  public let model: String

  /// Why the model stopped.
  public let finish: FinishReason

  /// What the answer cost.
  public let usage: Usage
}

/// An answer that gave no value.
public struct ReplyError: Error, Sendable, CustomStringConvertible {
  /// What is wrong with the text of the answer; nil where that is sound, but cut off.
  public let underlying: InvalidValue?

  /// Why it could not be repaired; nil where that was not tried.
  public let repair: CastError?

  /// The answer, as it came.
  public let reply: ModelReply

  /// The model that answered.
  public let model: String

  public var description: String {
    let fault = underlying.map { " \($0)" } ?? ""
    return reply.finish == .length
      ? "The answer of \(model) was cut off at a limit of tokens; raise settings.maxTokens.\(fault)"
      : "The answer of \(model) is no valid value.\(fault)"
  }
}

/// What comes of a call whose answer is shown while it grows.
public enum ReplyEvent<Value: SchemaRoot>: Sendable {
  /// The value as far as it is known.
  case partial(Value.Partial)
  /// The whole answer; nothing comes after it.
  case reply(Reply<Value>)
}

/// Asks a model for a value.
public func ask<Value: SchemaRoot>(
  _ model: any Model, for type: Value.Type = Value.self, _ messages: [PromptMessage],
  settings: PromptSettings = PromptSettings()
) async throws -> Reply<Value> {
  let request = ModelRequest(messages, settings: settings, schema: Value.schema, schemaName: "\(Value.self)")
  return try reply(from: try await model.reply(to: request), of: model.name)
}

/// Asks a model for a value, and shows it while it grows.
public func askStreaming<Value: SchemaRoot>(
  _ model: any Model, for type: Value.Type = Value.self, _ messages: [PromptMessage],
  settings: PromptSettings = PromptSettings()
) -> ReplyStream<Value> {
  AsyncThrowingStream { continuation in
    let task = Task {
      do {
        let request = ModelRequest(messages, settings: settings, schema: Value.schema, schemaName: "\(Value.self)")
        var answer = ModelReply("")
        var growing = GrowingReply<Value>()
        for try await piece in model.stream(request) {
          switch piece {
          case .text(let text):
            answer.text += text
            if let partial = growing.append(text) { continuation.yield(.partial(partial)) }
          case .end(let finish, let usage):
            answer.finish = finish
            answer.usage = usage
            if let partial = growing.finish(finish) { continuation.yield(.partial(partial)) }
          }
        }
        continuation.yield(.reply(try reply(from: answer, of: model.name)))
        continuation.finish()
      } catch {
        continuation.finish(throwing: error)
      }
    }
    continuation.onTermination = { _ in task.cancel() }
  }
}

private func reply<Value: SchemaRoot>(from answer: ModelReply, of model: String) throws -> Reply<Value> {
  let value: Value
  do {
    value = try Value(json: answer.text)
  } catch {
    if answer.finish == .length {
      throw ReplyError(underlying: error, repair: nil, reply: answer, model: model)
    }
    return try repairedReply(from: answer, of: model, error)
  }
  // What was cut off is never passed off as whole, even where it happens to be sound.
  if answer.finish == .length { throw ReplyError(underlying: nil, repair: nil, reply: answer, model: model) }
  return Reply(
    value: value, text: answer.text, repairs: [], model: model, finish: answer.finish, usage: answer.usage)
}

/// A value of an answer that is none as it came.
private func repairedReply<Value: SchemaRoot>(
  from answer: ModelReply, of model: String, _ problem: InvalidValue
) throws(ReplyError) -> Reply<Value> {
  let cast: Cast
  do throws(CastError) {
    cast = try Caster(Value.schema).cast(answer.text, finish: answer.finish)
  } catch {
    throw ReplyError(underlying: problem, repair: error, reply: answer, model: model)
  }
  do throws(InvalidValue) {
    return Reply(
      value: try Value(json: JSONWriter().bytes(of: cast.value)), text: answer.text, repairs: cast.repairs,
      model: model, finish: answer.finish, usage: answer.usage)
  } catch {
    throw ReplyError(underlying: error, repair: nil, reply: answer, model: model)
  }
}

/// An answer that is shown while it grows.
public typealias ReplyStream<Value: SchemaRoot> = AsyncThrowingStream<ReplyEvent<Value>, any Error>
