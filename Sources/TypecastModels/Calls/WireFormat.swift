import Typecast
import TypecastJSON

/// How one API is spoken: what a request looks like, and how an answer is read. It knows nothing of hosts, keys and retries.
protocol WireFormat: Sendable {
  /// What the API is called: `openai.chat`, `ollama.chat`.
  var name: String { get }

  /// Whether streams of it may go by the name of JSON, too.
  var streamsAreJSON: Bool { get }

  /// Writes a request down.
  ///
  /// - Throws: `ModelError` of kind `badRequest` or `unsupported` for what the API can't say at all.
  func request(for call: WireCall) throws(ModelError) -> WireRequest

  /// Reads an answer that came whole.
  ///
  /// - Parameter answerTool: The tool whose argument is the text of the answer.
  func reply(from body: JSONValue, answerTool: String?) throws(WireFault) -> ModelReply

  /// Reads an answer that comes in pieces.
  func makeStreamReader(answerTool: String?) -> any StreamReader
}

extension WireFormat {
  var streamsAreJSON: Bool { false }
}

/// Reads one answer as it comes, wherever its bytes are cut.
protocol StreamReader: Sendable {
  /// Takes the next bytes, and gives what is known by them.
  mutating func read(_ bytes: [UInt8]) throws(WireFault) -> [ModelPiece]

  /// What is left when no more bytes come: the end, if it was not given before.
  mutating func finish() throws(WireFault) -> [ModelPiece]
}
