package import TypecastJSON

/// A part of a text that is JSON, or was made so.
package struct Candidate {
  /// The part as JSON.
  package var json: PaddedBytes

  /// The same in an array.
  var bytes: [UInt8] { withExtendedLifetime(json) { Array(json.buffer) } }

  /// Where it stands in the text.
  package var range: Range<Int>

  /// What was changed in it.
  var edits: TextEdits
  package var repairs: [Repair]

  /// Whether it stands in a block of code.
  var isFenced = false

  /// How many changes have no record of their own.
  var unrecorded = 0

  /// The place in the text that a place in the JSON comes from.
  ///
  /// Of several values that were put together it is a place among them.
  package func origin(of offset: Int) -> Int { min(edits.origin(of: offset, from: range.lowerBound), range.upperBound) }

  var cost: Int { repairs.reduce(0) { $0 + $1.cost } + unrecorded }
}
