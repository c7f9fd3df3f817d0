import Typecast
import TypecastModels

/// Finds the model that a word of the command line names.
enum ModelWord {
  static let kind = ValueKind.prefixed((ProviderModels.providers + ["script"]).map { $0 + ":" })

  static let baseURL = Option.value(
    "base-url", "URL",
    help: """
      Where the provider is, with the part of the path that all its requests share, such as http://localhost:8080/v1. \
      Without it, the provider's own environment variable says so, or it is where everybody finds it.
      """)

  static func model(
    _ word: String, _ invocation: Invocation, _ environment: CommandEnvironment
  ) throws(CommandFailure) -> any Model {
    if let name = NamedValue(word, separators: ":"), name.name == "script" {
      if name.value.isEmpty {
        throw CommandFailure(.usage, "'script:' names no file.", nextStep: "Write script:FILE.")
      }
      return ScriptedModel(try ModelScript(name.value, environment: environment).answers, name: word)
    }
    do throws(ModelError) {
      return try RemoteModel(
        word, options: ModelOptions(baseURL: invocation.value(of: baseURL)), environment: environment.variable)
    } catch {
      throw CommandFailure(.usage, error.message, nextStep: "Write PROVIDER:MODEL, or script:FILE.")
    }
  }
}
