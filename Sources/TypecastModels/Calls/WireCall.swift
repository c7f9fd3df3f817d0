import Typecast
import TypecastJSON
import TypecastSchema

/// One request to a model, with all that a wire format has to know to write it down.
struct WireCall: Sendable {
  /// What the provider calls the model.
  let model: String

  var request: ModelRequest

  /// How the model is brought to follow ``ModelRequest/schema``; of no meaning without a schema.
  let mode: AnswerMode

  /// Whether the answer is to come in pieces.
  let isStreamed: Bool

  let profile: Profile

  /// The schema in the dialect of the provider; nil where the mode sends none.
  let projection: Projection?

  init(model: String, request: ModelRequest, mode: AnswerMode, isStreamed: Bool, profile: Profile) {
    self.model = model
    self.request = request
    self.mode = mode
    self.isStreamed = isStreamed
    self.profile = profile
    let dialect = mode == .native ? profile.dialect : profile.toolDialect
    if let schema = request.schema, let dialect, mode != .prompted {
      projection = Projections.projection(of: schema, to: dialect, isArgument: mode == .tool)
    } else {
      projection = nil
    }
  }

  /// The schema of a tool's argument as the provider takes it.
  private func parameters(of tool: ToolOffer) -> Projection {
    Projections.projection(of: tool.schema, to: profile.toolDialect ?? .llamaCpp, isArgument: true)
  }

  /// What is offered: the caller's tools, and behind them the one that takes the answer, where there is one.
  var tools: [WireTool] {
    var tools = request.tools.map { WireTool(name: $0.name, purpose: $0.purpose, parameters: parameters(of: $0)) }
    if let name = answerTool, let projection {
      tools.append(
        WireTool(
          name: name, purpose: "Takes the answer. Call it once, with the whole answer.", parameters: projection))
    }
    return tools
  }

  /// The name of the tool that takes the answer; nil where the answer is text.
  var answerTool: String? {
    request.schema != nil && mode == .tool ? Self.name(request.schemaName) : nil
  }

  /// A name that every provider takes: up to 64 letters, digits, `_` and `-`.
  static func name(_ text: String) -> String {
    let name = String(text.unicodeScalars.prefix(64).map { $0.isASCII ? Character($0) : "_" }).plainName
    return name.isEmpty ? "answer" : name
  }
}
