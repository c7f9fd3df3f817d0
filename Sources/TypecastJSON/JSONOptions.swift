/// How strictly, and how deep, JSON is read.
public struct JSONOptions: Hashable, Sendable {
  /// What to do about a key that its object already has.
  public enum DuplicateKeys: Hashable, Sendable {
    /// Refuse the text.
    case refuse
    /// Keep the last one, as most readers do without a word.
    case takeLast
  }

  /// The deepest nesting that can be asked for: recursion over values of this depth fits a stack of 8 MB, in a debug
  /// build too.
  public static let greatestDepthLimit = 4096

  /// What to do about a key that its object already has.
  public var duplicateKeys: DuplicateKeys

  /// How many arrays and objects may be open at once, from 0 to `greatestDepthLimit`.
  public var depthLimit: Int {
    didSet { depthLimit = Self.clamp(depthLimit) }
  }

  /// A depth limit below 0 or above ``greatestDepthLimit`` is moved to the nearer of the two.
  public init(duplicateKeys: DuplicateKeys = .refuse, depthLimit: Int = 512) {
    self.duplicateKeys = duplicateKeys
    self.depthLimit = Self.clamp(depthLimit)
  }

  private static func clamp(_ limit: Int) -> Int {
    min(max(limit, 0), greatestDepthLimit)
  }
}
