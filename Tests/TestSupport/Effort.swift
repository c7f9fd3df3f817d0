/// How much tests try: a debug build, whose code takes several times as long, is for what a person waits for. The heavy
/// checks run all tests once more with an optimised product, and leave nothing out.
public enum Effort {
  #if DEBUG
    public static let isFull = false
  #else
    public static let isFull = true
  #endif

  /// A number of rounds, or of characters: so many, or a part of it in a debug build.
  public static func scaled(_ full: Int, by divisor: Int) -> Int { isFull ? full : full / divisor }
}

extension Collection {
  /// All elements, or every so-manieth in a debug build.
  public func sampled(_ step: Int) -> [Element] {
    guard !Effort.isFull else { return Array(self) }
    return enumerated().filter { $0.offset % step == 0 }.map(\.element)
  }
}
