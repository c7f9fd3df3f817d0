import TestSupport
import Testing
import Typecast

/// A call with scripted models, told as text: each request, and what came of it.
struct CallScene {
  static let person = """
    {"type": "object", "title": "Person", "properties": {"name": {"type": "string"}, "age": {"type": "integer", \
    "minimum": 0}, "role": {"enum": ["owner", "guest"]}}, "required": ["name", "age"], "additionalProperties": false}
    """

  var schema = Self.person
  var settings = Settings()
  var policy = Policy()
  var tools: [Tool] = []
  var checks: [Check<JSONValue>] = []

  /// What is asked.
  var messages = [Message(.system, "Answer in JSON."), Message(.user, "Ada is 36.")]

  func asker(_ models: [ScriptedModel]) throws -> Asker<JSONValue> {
    var policy = policy
    policy.fallbacks = Array(models.dropFirst())
    return Asker(
      models[0], schema: try CompiledSchema(parsing: schema), named: "Person", settings: settings, policy: policy,
      tools: tools, checks: checks)
  }

  /// Runs the call on a clock that stands still, and compares its story with a golden.
  func expect(_ models: ScriptedModel..., golden: String) async throws {
    let asker = try asker(models)
    let ids = Counter()
    let end = await CallEnvironment.with(clock: VirtualClock(), ids: { ids.next() }) {
      do throws(ReplyError) {
        return "\(try await asker.ask(messages))"
      } catch {
        return "error \(error.kind): \(error.report)"
      }
    }
    let requests = models.flatMap { model in model.requests.map { (model.name, $0) } }.sorted { $0.1.id < $1.1.id }
    let story = requests.map { "=== to \($0.0)\n\($0.1.story)" } + ["=== in the end\n\(end)\n"]
    Golden.expect(story.joined(separator: "\n"), equals: "Golden/calls/\(golden).txt")
  }
}

extension ModelRequest {
  /// The request as text.
  fileprivate var story: String {
    var lines = ["request \(id)"]
    if let tokens = settings.maxTokens { lines.append("up to \(tokens) tokens") }
    if !tools.isEmpty { lines.append("tools: \(tools.map(\.name).joined(separator: ", "))") }
    for message in messages {
      lines.append("--- \(message.role.rawValue)")
      for part in message.parts {
        switch part {
        case .text(let text): lines.append(text)
        case .image(let image): lines.append("picture \(image.mediaType)")
        case .thought(let thought): lines.append("thought \(thought.text)")
        case .toolCall(let call): lines.append("call \(call.id) of \(call.name): \(call.arguments)")
        case .toolResult(let result):
          lines.append("\(result.isError ? "error" : "result") of \(result.id): \(result.text)")
        }
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
