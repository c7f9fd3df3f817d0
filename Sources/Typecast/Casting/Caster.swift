public import TypecastJSON
public import TypecastSchema

/// Makes a value of what a model wrote: finds the JSON in it, mends it, and makes it follow a schema.
///
/// What is valid is never touched, and nothing is made up: each change is recorded.
public struct Caster: Sendable {
  /// The schema that the value has to follow, if there is one.
  public let schema: CompiledSchema?

  /// How far the text may be changed.
  public var level: RepairLevel

  /// How deep arrays and objects may be nested.
  public var depthLimit: Int

  /// Without a schema the text becomes the JSON that is in it, whatever that is.
  public init(_ schema: CompiledSchema? = nil, level: RepairLevel = .coerce, depthLimit: Int = 512) {
    self.schema = schema
    self.level = level
    self.depthLimit = depthLimit
  }

  /// Makes a value of a text.
  ///
  /// - Parameters:
  ///   - text: What the model wrote, with all that stands around the JSON.
  ///   - finish: Why the model stopped, if that is known. A text of which it is known that it was cut off is never passed
  ///     off as whole.
  public func cast(_ text: String, finish: FinishReason? = nil) throws(CastError) -> Cast {
    try cast(PaddedBytes(text), finish: finish)
  }

  /// Makes a value of a text in UTF-8.
  public func cast(_ text: PaddedBytes, finish: FinishReason? = nil) throws(CastError) -> Cast {
    // What was cut off may look whole: nothing tells what was to follow.
    if let finish, !finish.isWhole { throw CastError(cutOffBy: finish) }
    let problem: CastError
    if level > .strict, !startsLikeJSON(text) {
      problem = CastError(.notJSON)
    } else {
      do throws(CastError) {
        return Cast(document: try read(text))
      } catch {
        if level == .strict { throw error }
        problem = error
      }
    }
    return try TextCast(text, caster: self, problem: problem).run()
  }

  /// Whether the first byte is one that a JSON text starts with; what is wrong with others need not be put into words.
  private func startsLikeJSON(_ text: PaddedBytes) -> Bool {
    var start = text.start
    Scan.skipWhitespace(&start)
    switch start.pointee {
    case 0x22, 0x2D, 0x30...0x39, 0x5B, 0x66, 0x6E, 0x74, 0x7B: return true
    default: return false
    }
  }

  /// Reads a text as it is.
  func read(_ text: PaddedBytes) throws(CastError) -> JSONDocument {
    let document: JSONDocument
    do {
      document = try JSONDocument(text, options: JSONOptions(depthLimit: depthLimit))
    } catch {
      throw CastError(error)
    }
    try check(document, explains: level == .strict)
    return document
  }

  /// Checks a document against the schema.
  ///
  /// - Parameter explains: Whether the error says what is wrong.
  func check(_ document: JSONDocument, explains: Bool = true) throws(CastError) {
    guard let schema else { return }
    do {
      if try schema.isValid(document) { return }
      if !explains { throw CastError(.invalid) }
      throw CastError(try schema.validate(document))
    } catch let error as CastError {
      throw error
    } catch {
      throw CastError(undecided: "\(error)")
    }
  }
}

/// A value that was made of a text.
public struct Cast: Sendable {
  /// The value as JSON, valid against the schema.
  public let document: JSONDocument

  /// What was done to the text, in its order; nothing if that was sound.
  public let repairs: [Repair]

  /// The value.
  public var value: JSONValue { document.root.value }

  /// Whether nothing was changed but outer white space.
  public var isClean: Bool { repairs.isEmpty }

  /// What all changes cost together.
  public var cost: Int { repairs.reduce(0) { $0 + $1.cost } }

  init(document: JSONDocument, repairs: [Repair] = []) {
    self.document = document
    self.repairs = repairs
  }
}
