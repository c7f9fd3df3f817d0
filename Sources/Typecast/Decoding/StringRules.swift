public import TypecastJSON
import TypecastSchema

/// What a schema demands of a string.
public final class StringRules: Sendable {
  private let least: Int
  private let most: Int

  /// The first pattern, which mostly is the only one, and those after it.
  private let pattern: Pattern?
  private let patterns: [Pattern]
  private let formats: [Format]

  /// Rules that all have to hold. A pattern that can't be read ends the program: the compiler has checked it.
  ///
  /// - Parameters:
  ///   - least: The smallest number of code points.
  ///   - most: The largest number of code points.
  ///   - patterns: Patterns that each have to match somewhere.
  ///   - formats: The numbers of the formats that the string has to be of.
  public init(atLeast least: Int = 0, atMost most: Int = .max, patterns: [String] = [], formats: [UInt8] = []) {
    self.least = least
    self.most = most
    let compiled = patterns.map { source in
      do {
        return try Pattern(source)
      } catch {
        preconditionFailure("A pattern was compiled by another version of Typecast; build the package anew. \(error)")
      }
    }
    pattern = compiled.first
    self.patterns = Array(compiled.dropFirst())
    self.formats = formats.compactMap(Format.init(rawValue:))
  }

  /// Whether a text follows all rules; nil where a pattern takes too much to tell.
  func allow(_ text: JSONText) -> Bool? {
    // There are no more code points than bytes, and no fewer than a quarter of them.
    if text.count > most || text.count / 4 < least {
      let length = text.codePointCount
      if length < least || length > most { return false }
    }
    if let pattern {
      switch pattern.search(text.bytes) {
      case .match: break
      case .noMatch: return false
      case .undecided: return nil
      }
    }
    if patterns.isEmpty && formats.isEmpty { return true }
    for pattern in patterns {
      switch pattern.search(text.bytes) {
      case .match: break
      case .noMatch: return false
      case .undecided: return nil
      }
    }
    return formats.allSatisfy { $0.accepts(text.bytes) }
  }
}

extension JSONReader {
  /// Reads a string that follows some rules.
  @inline(never)
  public mutating func string(_ rules: StringRules) throws(JSONError) -> String {
    let start = mark
    let text = try text()
    switch rules.allow(text) {
    case true?: return text.string
    case false?: throw violation("a string that its schema allows", at: start)
    case nil: throw failure(.undecided, expected: "a string that its pattern can judge", at: start)
    }
  }

  /// Reads a string that a pattern matches which was made into code.
  @inline(never)
  public mutating func string(matching isMatch: (JSONText) -> Bool) throws(JSONError) -> String {
    let start = mark
    let text = try text()
    if isMatch(text) { return text.string }
    throw violation("a string that its pattern matches", at: start)
  }

  /// Reads a string of so many code points that a pattern matches which was made into code.
  @inline(never)
  public mutating func string(
    atLeast least: Int, atMost most: Int, matching isMatch: (JSONText) -> Bool
  ) throws(JSONError) -> String {
    let start = mark
    let text = try text()
    let length = text.codePointCount
    if length >= least, length <= most, isMatch(text) { return text.string }
    throw violation("a string that its pattern matches", at: start)
  }

  /// Reads a string of so many code points.
  @inline(never)
  public mutating func string(atLeast least: Int, atMost most: Int) throws(JSONError) -> String {
    let start = mark
    let text = try text()
    if text.count > most || text.count / 4 < least {
      let length = text.codePointCount
      if length < least || length > most { throw violation("a string of another length", at: start) }
    }
    return text.string
  }
}
