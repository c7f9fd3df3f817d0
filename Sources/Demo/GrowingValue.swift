import Typecast
import TypecastJSON

/// Shows a value while it grows, a line for each part of it.
struct GrowingValue {
  /// A part of a value that has no parts of its own.
  struct Leaf: Equatable {
    let name: String
    let text: String
    let isComplete: Bool
  }

  let screen: Screen
  private var shown = 0
  private var told: Set<String> = []

  init(screen: Screen) { self.screen = screen }

  /// On a terminal the lines change; elsewhere each is written once it is whole.
  mutating func show(_ json: PartialJSON) {
    let leaves = Self.leaves(of: json)
    guard let size = screen.size else {
      for leaf in leaves where leaf.isComplete && told.insert(leaf.name).inserted { screen.line(Self.line(leaf)) }
      return
    }
    let lines = leaves.suffix(min(20, size.rows - 2)).map { "  " + Self.line($0) }
    screen.rewrite(lines, over: shown)
    shown = lines.count
  }

  private static func line(_ leaf: Leaf) -> String {
    leaf.name + String(repeating: " ", count: max(1, 30 - leaf.name.count)) + leaf.text + (leaf.isComplete ? "" : "…")
  }

  static func leaves(of json: PartialJSON, named name: String = "") -> [Leaf] {
    switch json {
    case .null: [Leaf(name: name, text: "null", isComplete: true)]
    case .bool(let bool): [Leaf(name: name, text: "\(bool)", isComplete: true)]
    case .number(let number): [Leaf(name: name, text: number.text, isComplete: true)]
    case .string(let text): [Leaf(name: name, text: text.string, isComplete: text.isComplete)]
    case .array(let elements):
      elements.enumerated().flatMap { leaves(of: $1, named: "\(name)[\($0)]") }
    case .object(let members):
      members.flatMap { leaves(of: $0.value, named: name.isEmpty ? $0.key : "\(name).\($0.key)") }
    }
  }
}
