/// The version in the name of a model, such as 4.5 in `claude-sonnet-4-5-20250929` and 2.5 in `gemini-2.5-flash`.
struct ModelVersion: Hashable, Comparable, Sendable {
  let major: Int
  let minor: Int

  init(_ major: Int, _ minor: Int = 0) {
    self.major = major
    self.minor = minor
  }

  /// The first number in a name, and the one behind it; nil where it has none. What is longer than two digits is a date.
  init?(in name: String) {
    let parts = name.utf8.split { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "@") }
    let numbers = parts.map { $0.count <= 2 ? Int(String(decoding: $0, as: UTF8.self)) : nil }
    guard let first = numbers.firstIndex(where: { $0 != nil }), let major = numbers[first] else { return nil }
    let next = first + 1 < numbers.count ? numbers[first + 1] : nil
    self.init(major, next ?? 0)
  }

  static func < (left: ModelVersion, right: ModelVersion) -> Bool {
    (left.major, left.minor) < (right.major, right.minor)
  }
}
