import Typecast
import TypecastJSON

@testable import TypecastModels

/// What providers are sent and what not, for users: written from the table of requests.
enum RequestsPage {
  private static let head = """
    <!-- Generated from the table of requests; not edited by hand. -->

    # Requests

    What of a request goes out to whom, in the provider's own words and within what it takes: a temperature of 1.5 is 1 for
    Anthropic, and an effort is a number of tokens for models that count them. A provider that has no word for something is not
    sent it, and *left out* names that. *refused* is an error before anything is sent, with its row of [errors.md](errors.md): the request would mean something else
    without it. Each cell is a file of `Golden/requests`, with the whole of what is sent.


    """

  static func text() async throws -> String {
    let cases = try RequestCase.all().filter(isShown)
    let whole = RequestTarget.all.filter { $0.cases == nil }
    var text = head + "| | " + whole.map { "`\($0.model)`" }.joined(separator: " | ") + " |\n"
    text += "|---|" + whole.map { _ in "---|" }.joined() + "\n"
    for asked in cases {
      var cells: [String] = []
      for target in whole { cells.append(try await cell(asked, target)) }
      text += "| \(title(asked)) | \(cells.joined(separator: " | ")) |\n"
    }
    text += "\nOther models of these providers:\n\n| model | what is not sent |\n|---|---|\n"
    for target in RequestTarget.all where target.cases != nil {
      var words: [String] = []
      for (asked, _) in target.goldens(of: cases) {
        let cell = try await cell(asked, target)
        if cell != "sent" { words.append("\(title(asked)): \(cell)") }
      }
      if !words.isEmpty { text += "| `\(target.model)` | \(words.joined(separator: "; ")) |\n" }
    }
    return text
  }

  /// Whether users ask for such a thing by name: a setting, a picture, and what is no answer.
  private static func isShown(_ asked: RequestCase) -> Bool {
    if !asked.hasRequest || asked.question == .tokenCount || asked.name.hasPrefix("picture") { return true }
    return asked.request.schema == nil && asked.request.tools.isEmpty && asked.options.extraBody.isEmpty
      && asked.request.tokensLeft == nil
      && asked.request.settings.stop != [] && !RequestCase.settings(of: asked.request).isEmpty
  }

  private static func title(_ asked: RequestCase) -> String { asked.name.replacing("-", with: " ") }

  private static func cell(_ asked: RequestCase, _ target: RequestTarget) async throws -> String {
    let sent = try await SentRequest(asked, to: target)
    if let row = sent.refusal { return "refused: `\(row)`" }
    let dropped = try await sent.dropped(asked, to: target).map { $0.replacing("settings.", with: "") }
    return dropped.isEmpty ? "sent" : "left out: " + dropped.map { "`\($0)`" }.joined(separator: ", ")
  }
}
