import Typecast
import TypecastJSON
import TypecastSchema

@testable import TypecastModels

/// Something that a provider can be asked. The table of them is ``all()``.
struct RequestCase: Sendable {
  enum Question: Hashable, Sendable {
    case reply, stream, tokenCount, models
    case vectors(dimensions: Int?)
  }

  /// What its goldens are called.
  let name: String

  let question: Question
  var request: ModelRequest
  var options: ModelOptions

  init(_ name: String, _ question: Question, _ request: ModelRequest, _ options: ModelOptions = ModelOptions()) {
    (self.name, self.question, self.request, self.options) = (name, question, request, options)
    self.options.retries = .never
  }

  /// Whether what it asks for depends on its request.
  var hasRequest: Bool { question == .reply || question == .stream || question == .tokenCount }

  /// Asks the model of a target.
  ///
  /// - Parameter environment: What environment variables are set to.
  func ask(_ target: RequestTarget) async throws {
    let options = options(for: target)
    switch question {
    case .reply: _ = try await model(target, options).reply(to: request)
    case .stream: for try await _ in try model(target, options).stream(request) {}
    case .tokenCount: _ = try await model(target, options).tokenCount(of: request)
    case .models:
      _ = try await ProviderModels(target.provider, options: options, environment: target.variable).all()
    case .vectors(let dimensions):
      _ = try await EmbeddingModel(target.model, options: options, environment: target.variable)
        .vectors(of: request.messages.map(\.text), dimensions: dimensions)
    }
  }

  /// The options of the case at the address of a target.
  func options(for target: RequestTarget) -> ModelOptions {
    var options = options
    options.baseURL = options.baseURL ?? target.base
    return options
  }

  private func model(_ target: RequestTarget, _ options: ModelOptions) throws -> RemoteModel {
    try RemoteModel(target.model, options: options, environment: target.variable)
  }
}

extension RequestCase {
  /// The case again without one of the things that it says, for each of them, with the name of what is left out.
  var shortened: [(without: String, asked: RequestCase)] {
    guard hasRequest else { return [] }
    var found: [(without: String, asked: RequestCase)] = []
    func add(_ name: String, _ change: (inout ModelRequest) -> Void) {
      var asked = self
      change(&asked.request)
      found.append((name, asked))
    }
    for (index, message) in request.messages.enumerated() {
      for (place, part) in message.parts.enumerated() {
        let name = "messages[\(index)].parts[\(place)]"
        // A message of nothing but this is left out with it.
        add(name) {
          if message.parts.count == 1 {
            $0.messages.remove(at: index)
          } else {
            $0.messages[index].parts.remove(at: place)
          }
        }
        if case .toolResult(var result) = part, result.isError {
          result.isError = false
          add("\(name).isError") { $0.messages[index].parts[place] = .toolResult(result) }
        }
      }
    }
    for name in Self.settings(of: request) { add("settings.\(name)") { Self.clear[name]?(&$0.settings) } }
    if request.schema != nil { add("schema") { $0.schema = nil } }
    if !request.tools.isEmpty { add("tools") { $0.tools = [] } }
    if request.tokensLeft != nil { add("tokensLeft") { $0.tokensLeft = nil } }
    return found
  }

  /// The names of the settings that a request has.
  static func settings(of request: ModelRequest) -> [String] {
    zip(Mirror(reflecting: request.settings).children, Mirror(reflecting: Settings()).children)
      .filter { "\($0.value)" != "\($1.value)" }.compactMap { $0.0.label }
  }

  /// How each setting is left out.
  static let clear: [String: @Sendable (inout Settings) -> Void] = [
    "temperature": { $0.temperature = nil }, "topP": { $0.topP = nil }, "maxTokens": { $0.maxTokens = nil },
    "seed": { $0.seed = nil }, "stop": { $0.stop = nil }, "thinking": { $0.thinking = nil },
    "timeLimits": { $0.timeLimits = TimeLimits() }, "history": { $0.history = nil },
  ]
}
