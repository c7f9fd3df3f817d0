import Testing
import TypecastSchema

/// A folder of the JSON Schema Test Suite and how many cases it is known to have at least.
struct SuitePart: CustomTestStringConvertible {
  let draft: Draft
  let folder: String
  let count: Int

  var testDescription: String { folder }

  /// Formats are checked only where the suite is about them.
  var formats: FormatMode { folder.hasSuffix("/format") ? .assert : .byDialect }

  static let all: [SuitePart] = [
    parts(.draft4, "draft4", required: 618, optional: 100, format: 219),
    parts(.draft6, "draft6", required: 839, optional: 106, format: 325),
    parts(.draft7, "draft7", required: 927, optional: 118, format: 676),
    parts(.draft2019, "draft2019-09", required: 1259, optional: 158, format: 757),
    parts(.draft2020, "draft2020-12", required: 1299, optional: 162, format: 764),
  ].flatMap { $0 }

  private static func parts(
    _ draft: Draft, _ folder: String, required: Int, optional: Int, format: Int
  ) -> [SuitePart] {
    [
      SuitePart(draft: draft, folder: folder, count: required),
      SuitePart(draft: draft, folder: folder + "/optional", count: optional),
      SuitePart(draft: draft, folder: folder + "/optional/format", count: format),
    ]
  }
}
