/// A cassette that can't be read or written.
public struct CassetteError: Error, Hashable, Sendable {
  /// The file, as it was named; nil for one that is not a file.
  public let path: String?

  /// The line, where it is known.
  public let line: Int?

  /// What is wrong, and what to do about it.
  public let reason: String

  /// An error at a line of a file, as far as these are known.
  public init(_ path: String?, line: Int? = nil, _ reason: String) {
    self.path = path
    self.line = line
    self.reason = reason
  }
}

extension CassetteError: CustomStringConvertible {
  public var description: String {
    var place = path ?? "cassette"
    if let line { place += ":\(line)" }
    return "\(place): error: \(reason)"
  }
}
