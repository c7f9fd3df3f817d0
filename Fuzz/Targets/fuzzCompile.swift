import TypecastCompiler
import TypecastJSON
import TypecastSchema

/// Compiles a schema to Swift: it gives a text exactly where there is no error, the same one each time, with nothing in
/// it that an editor would not show, and of a size that follows from that of the schema.
func fuzzCompile(_ input: FuzzInput) {
  let test = ValidationCase(input)
  let options = CompilerOptions(
    numbers: test.instance.count.isMultiple(of: 2) ? .binary : .exact,
    formats: test.options.formats == .assert ? .rich : .plain, draft: test.options.defaultDraft)
  let inputs = [SchemaCompilation.Input(path: "a/Fuzz.schema.json", name: "Fuzz", bytes: test.schema)]
  let compilation = SchemaCompilation(inputs, options: options, module: "Module")
  require(compilation.hasErrors == compilation.sources.isEmpty, "neither Swift nor an error, or both")
  for source in compilation.sources {
    require(SchemaCompilation(inputs, options: options, module: "Module").sources == [source], "not the same twice")
    require(source.utf8.count < 100_000 + 2_000 * test.schema.count, "\(source.utf8.count) bytes of Swift")
    // Swift takes these noncharacters as they are only, and no others so.
    let raw = UInt32(0xFDD0)...0xFDEF
    for line in source.utf8.split(separator: UInt8(ascii: "\n")) {
      let code = line.drop { $0 == UInt8(ascii: " ") }
      if code.starts(with: "///".utf8) { continue }
      require(escapes(in: code).allSatisfy { !raw.contains($0) }, "a noncharacter is written as an escape")
    }
    for scalar in source.unicodeScalars where scalar != "\n" && !raw.contains(scalar.value) {
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned:
        finding("U+\(String(scalar.value, radix: 16)) is written as it is")
      default: break
      }
    }
  }
}

/// The scalars that escapes in a line of code stand for.
private func escapes(in line: Substring.UTF8View) -> [UInt32] {
  var found: [UInt32] = []
  var rest = line
  while let backslash = rest.firstIndex(of: UInt8(ascii: "\\")) {
    rest = rest[rest.index(after: backslash)...]
    let digits = rest.dropFirst(2).prefix { $0 != UInt8(ascii: "}") }
    if rest.starts(with: "u{".utf8), let code = UInt32(Substring(digits), radix: 16) { found.append(code) }
    rest = rest.dropFirst()
  }
  return found
}
