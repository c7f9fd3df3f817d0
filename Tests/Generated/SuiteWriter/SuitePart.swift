import TypecastCompiler
import TypecastSchema

/// A folder of the suite's tests, such as `draft7` or `draft7/optional/format`.
struct SuitePart {
  /// A way to compile the schemas of the part.
  struct Setting {
    /// What the names of its cases have behind them; nothing for the first setting.
    let name: String
    let options: CompilerOptions

    /// Whether schemas are made to allow strings alone, so that there are types for formats.
    var takesStringsAlone = false
  }

  struct UnknownPart: Error, CustomStringConvertible {
    let folder: String
    var description: String { "\(folder) is no folder of the suite's tests" }
  }

  private static let drafts: [String: Draft] = [
    "draft4": .draft4, "draft6": .draft6, "draft7": .draft7, "draft2019-09": .draft2019, "draft2020-12": .draft2020,
  ]

  let folder: String

  /// The first one is for every schema, others where they lead to other Swift.
  let settings: [Setting]

  init(folder: String) throws {
    guard let draft = folder.split(separator: "/").first.flatMap({ Self.drafts[String($0)] }) else {
      throw UnknownPart(folder: folder)
    }
    self.folder = folder
    // Formats are checked only where the suite is about them.
    if folder.hasSuffix("/format") {
      let rich = CompilerOptions(numbers: .exact, formats: .rich, assertsFormats: true, draft: draft)
      let checked = CompilerOptions(numbers: .exact, formats: .plain, assertsFormats: true, draft: draft)
      settings = [
        Setting(name: "", options: rich), Setting(name: " | plain formats", options: checked),
        Setting(name: " | strings", options: rich, takesStringsAlone: true),
        Setting(name: " | plain strings", options: checked, takesStringsAlone: true),
      ]
    } else {
      let exact = CompilerOptions(numbers: .exact, formats: .plain, draft: draft)
      let binary = CompilerOptions(numbers: .binary, formats: .plain, draft: draft)
      settings = [Setting(name: "", options: exact), Setting(name: " | binary numbers", options: binary)]
    }
  }
}
