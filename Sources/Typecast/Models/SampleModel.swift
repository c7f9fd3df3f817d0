import Synchronization
import TypecastJSON
import TypecastSchema

/// A model for tests that answers every request with a value made up from the schema: valid, and the same for one seed.
public final class SampleModel: Model {
  public let name: String
  private let seed: Mutex<UInt64>

  /// How many characters a piece of a streamed answer has.
  private let pieceLength: Int

  /// A request without a schema, or one for whose schema no value was found.
  public struct NoSample: Error, Hashable, CustomStringConvertible {
    public let description: String
  }

  /// A model whose first answer is made from the seed, the next from the number behind it, and so on.
  public init(seed: UInt64 = 1, name: String = "sample", pieceLength: Int = 8) {
    self.name = name
    self.pieceLength = max(pieceLength, 1)
    self.seed = Mutex(seed)
  }

  public func reply(to request: ModelRequest) async throws -> ModelReply {
    try Task.checkCancellation()
    guard let schema = request.schema else {
      throw NoSample(description: "A sample is made up from a schema, and this request has none.")
    }
    let seed = self.seed.withLock { seed in
      defer { seed &+= 1 }
      return seed
    }
    var generator = InstanceGenerator(schema, seed: seed)
    guard let value = generator.valid() else {
      throw NoSample(description: "No value was found that the schema of \(request.schemaName) allows.")
    }
    return ModelReply(JSONWriter().string(of: value))
  }

  public func stream(_ request: ModelRequest) -> ModelStream {
    ModelStream { [self] in try await reply(to: request).pieces(of: pieceLength) }
  }
}
