import Foundation
import Testing

/// The product that was built beside the tests.
enum BuiltTool {
  static var url: URL {
    get throws {
      let tests = URL(fileURLWithPath: CommandLine.arguments[0])
      let beside = tests.deletingLastPathComponent().appendingPathComponent("typecast")
      return try #require(
        FileManager.default.isExecutableFile(atPath: beside.path) ? beside : nil,
        "typecast was not built beside the tests.")
    }
  }
}
