import Synchronization
import TypecastJSON
import TypecastSchema

/// Which schemas of a document a type stands for.
public final class SchemaDefinition: Sendable {
  private let parts: @Sendable () -> SchemaParts
  private let pointers: [(document: Int, pointer: String)]
  private let compiled = Mutex<[CompiledSchema]?>(nil)

  /// The schemas that all apply to a value of the type, each with the number of its document.
  public init(
    _ parts: @escaping @autoclosure @Sendable () -> SchemaParts, _ pointers: [(document: Int, pointer: String)]
  ) {
    self.parts = parts
    self.pointers = pointers
  }

  private var schemas: [CompiledSchema] {
    compiled.withLock { compiled in
      if let compiled { return compiled }
      let parts = parts()
      let documents = [parts.document] + parts.library.documents
      let schemas = pointers.compactMap { place in
        JSONPointer(place.pointer).flatMap { pointer in
          try? CompiledSchema(
            documents[place.document], at: pointer, library: SchemaLibrary(documents), options: parts.options)
        }
      }
      compiled = schemas
      return schemas
    }
  }

  /// Everything that is wrong with a text that could not be read.
  ///
  /// - Parameter isWritten: Whether the text is what the user has; places in any other say nothing.
  func explain(
    _ fault: JSONError, in source: PaddedBytes, options: JSONOptions, isWritten: Bool = true
  ) -> InvalidValue {
    let document: JSONDocument
    do {
      document = try JSONDocument(source, options: options)
    } catch {
      return InvalidValue(
        kind: .notJSON, message: "The text is not JSON: \(error)", report: ValidationReport(errors: []), fault: error)
    }
    let place = isWritten ? "\(fault.position): " : document.root.pointer(atOffset: fault.position.offset)
    do {
      let errors = try schemas.flatMap { try $0.validate(document).errors }
      let report = ValidationReport(errors: errors)
      if !errors.isEmpty {
        let message = isWritten ? report.description : report.placelessDescription
        return InvalidValue(kind: .invalid, message: message, report: report, fault: fault)
      }
      if fault.kind == .numberOutOfRange {
        return InvalidValue(
          kind: .numberOutOfRange,
          message: "\(place)\(fault.message). The schema allows this number, its Swift type can't hold it: "
            + "set \"numbers\" to \"exact\" in typecast.json.", report: report, fault: fault)
      }
      let kind: InvalidValue.Kind = fault.kind == .undecided ? .undecided : .invalid
      return InvalidValue(kind: kind, message: place + fault.message, report: report, fault: fault)
    } catch {
      return InvalidValue(
        kind: .undecided, message: "\(place)\(error)", report: ValidationReport(errors: []), fault: fault)
    }
  }
}

extension JSONNode {
  /// The pointer to the innermost value that starts at or before an offset, with a colon; nothing for the root.
  fileprivate func pointer(atOffset offset: Int) -> String {
    var pointer = JSONPointer()
    var node = self
    search: while true {
      let parts: [(token: String, value: JSONNode)] =
        switch node.type {
        case .object: node.members.map { ($0.key, $0.value) }
        case .array: node.elements.enumerated().map { (String($0.offset), $0.element) }
        default: []
        }
      guard let part = parts.last(where: { $0.value.offset <= offset }) else { break search }
      pointer.append(part.token)
      node = part.value
    }
    return pointer.tokens.isEmpty ? "" : "\(pointer): "
  }
}
