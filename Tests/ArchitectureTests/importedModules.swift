/// The modules that a Swift file imports, in the order of its lines.
func importedModules(in source: String) -> [String] {
  source.split(separator: "\n").compactMap { line in
    var words = line.split { $0 == " " || $0 == "\t" || $0 == ";" }[...]
    while let word = words.first, word.hasPrefix("@") || accessLevels.contains(word) { words = words.dropFirst() }
    guard words.popFirst() == "import", var module = words.popFirst() else { return nil }
    if kinds.contains(module), let named = words.popFirst() { module = named }
    return String(module.prefix { $0 != "." })
  }
}

private let accessLevels: Set<Substring> = ["public", "package", "internal", "fileprivate", "private"]
private let kinds: Set<Substring> = ["struct", "class", "enum", "protocol", "typealias", "func", "let", "var", "actor"]
