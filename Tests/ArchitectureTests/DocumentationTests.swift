import Foundation
import TestSupport
import Testing

@Suite("The reference has something to say")
struct DocumentationTests {
  /// The modules below `Sources` that others can import.
  private static let modules = Set(
    PackageRoot.files(below: "Sources", suffix: ".swift").compactMap { $0.split(separator: "/").dropFirst().first }
  ).subtracting(["Demo", "TypecastCompileTool", "TypecastTool"]).map(String.init).sorted()

  private static let graphs = Result { try SymbolGraph.graphs(of: modules) }

  @Test("Every public symbol is documented")
  func symbols() throws {
    let graphs = try Self.graphs.get()
    #expect(graphs.keys.sorted() == Self.modules)
    #expect(graphs["Typecast"]?.map(\.symbols.count).reduce(0, +) ?? 0 > 500)
    let undocumented = graphs.values.joined().flatMap(\.undocumented).sorted()
    #expect(undocumented == [], "Say in a comment (///) what a caller has to know of each.")
  }

  @Test("The first page of a module has a line for everything that stands at its top")
  func firstPages() throws {
    let pages = PackageRoot.files(below: "Sources", suffix: ".md").filter { $0.contains(".docc/") }
    #expect(pages.count > 5)
    for page in pages {
      let module = String(page.split(separator: "/")[1])
      let lines = try Set(PackageRoot.text(of: page).split(separator: "\n").map(String.init))
      let missing = try Self.graphs.get()[module, default: []].flatMap(\.top).filter { !lines.contains("- ``\($0)``") }
      #expect(missing == [], "Put each into a list of \(page).")
    }
  }

  @Test("A comment that is missing, or that only lists parameters, is found, but not where a protocol has it")
  func findings() throws {
    let graph = try JSONDecoder().decode(
      SymbolGraph.self,
      from: Data(
        """
        {"symbols": [
          \(Self.symbol("said", comment: #"{"lines": [{"text": " What it is."}]}"#)),
          \(Self.symbol("bare", comment: "null")),
          \(Self.symbol("list", comment: #"{"lines": [{"text": ""}, {"text": " - Parameter x: It."}]}"#)),
          \(Self.symbol("witness", comment: "null"))
        ], "relationships": [
          {"source": "witness", "sourceOrigin": {"identifier": "p"}}, {"source": "bare"}
        ]}
        """.utf8))
    #expect(graph.undocumented == ["Sources/M/A.swift:3: A.bare", "Sources/M/A.swift:3: A.list"])
  }

  private static func symbol(_ name: String, comment: String) -> String {
    """
    {"kind": {"identifier": "swift.method"}, "identifier": {"precise": "\(name)"}, "pathComponents": ["A", "\(name)"],
     "docComment": \(comment), "location": {"uri": "file:///x/Sources/M/A.swift", "position": {"line": 2}}}
    """
  }
}
