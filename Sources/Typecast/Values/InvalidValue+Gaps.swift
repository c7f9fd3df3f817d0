import TypecastJSON
import TypecastSchema

extension InvalidValue {
  /// What is wrong with a value in which there are numbers that JSON can't hold; nil if there are none.
  init?(_ output: borrowing JSONOutput) {
    if output.gaps.isEmpty { return nil }
    let bytes = output.bytes
    let options = JSONOptions(depthLimit: JSONOptions.greatestDepthLimit)
    // A value that is nested too deeply is refused for that.
    guard let document = try? JSONDocument(PaddedBytes(bytes), options: options) else { return nil }
    let numbers = Dictionary(output.gaps.map { ($0.offset, $0.number) }, uniquingKeysWith: { first, _ in first })
    var errors: [ValidationError] = []
    for (node, pointer) in Self.nulls(of: document) {
      guard let number = numbers[node.offset] else { continue }
      let found = number.isNaN ? "NaN" : number < 0 ? "minus infinity" : "infinity"
      errors.append(
        ValidationError(
          keyword: "", message: "expected a finite number, found \(found), which JSON can't hold",
          instancePointer: pointer, position: node.position, schemaPointer: JSONPointer(), schemaURI: URIReference("")))
    }
    guard let first = errors.first else { return nil }
    let report = ValidationReport(errors: errors)
    let fault = bytes.withUnsafeBufferPointer { text in
      JSONError(
        kind: .numberOutOfRange, expected: "a finite number", found: "one that JSON can't hold",
        offset: first.position.offset, in: text)
    }
    self.init(
      kind: .notFinite, message: errors.map(\.description).joined(separator: "\n"), report: report, fault: fault)
  }

  /// Every null of a document, in the order of the text.
  private static func nulls(of document: JSONDocument) -> [(JSONNode, JSONPointer)] {
    var nulls: [(JSONNode, JSONPointer)] = []
    var open = [(document.root, JSONPointer())]
    while let (node, pointer) = open.popLast() {
      switch node.type {
      case .null: nulls.append((node, pointer))
      case .array:
        for (index, element) in node.elements.enumerated() { open.append((element, pointer.appending(String(index)))) }
      case .object:
        for member in node.members { open.append((member.value, pointer.appending(member.key))) }
      default: break
      }
    }
    return nulls.sorted { $0.0.offset < $1.0.offset }
  }
}
