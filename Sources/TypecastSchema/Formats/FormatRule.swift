/// What one format consists of.
protocol FormatRule {
  /// The spelling in a schema.
  static var name: String { get }
  /// The editions of the specification that define the format so.
  static var drafts: ClosedRange<Draft> { get }
  /// A phrase that tells what is expected, with an example.
  static var explanation: String { get }
  /// Whether a string, given as UTF-8, is of the format.
  static func accepts(_ text: UnsafeBufferPointer<UInt8>) -> Bool
}
