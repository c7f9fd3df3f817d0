import Synchronization
import TypecastJSON
import TypecastSchema

/// Which schemas of a document a type stands for.
public final class SchemaDefinition: Sendable {
  private let parts: @Sendable () -> SchemaParts
  private let pointers: [(document: Int, pointer: String)]
  private let compiled = Mutex<[CompiledSchema]?>(nil)

  /// - Parameter pointers: The schemas that all apply to a value of the type, each with the number of its document.
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
  func explain(_ fault: JSONError, in source: PaddedBytes, options: JSONOptions) -> InvalidValue {
    let document: JSONDocument
    do {
      document = try JSONDocument(source, options: options)
    } catch {
      return InvalidValue(
        kind: .notJSON, message: "The text is not JSON: \(error)", report: ValidationReport(errors: []), fault: error)
    }
    do {
      let errors = try schemas.flatMap { try $0.validate(document).errors }
      let report = ValidationReport(errors: errors)
      if !errors.isEmpty {
        return InvalidValue(kind: .invalid, message: report.description, report: report, fault: fault)
      }
      if fault.kind == .numberOutOfRange {
        return InvalidValue(
          kind: .numberOutOfRange,
          message: "\(fault.position): \(fault.message). The schema allows this number, its Swift type can't hold it: "
            + "set \"numbers\" to \"exact\" in typecast.json.", report: report, fault: fault)
      }
      let kind: InvalidValue.Kind = fault.kind == .undecided ? .undecided : .invalid
      return InvalidValue(kind: kind, message: "\(fault.position): \(fault.message)", report: report, fault: fault)
    } catch {
      return InvalidValue(
        kind: .undecided, message: "\(fault.position): \(error)", report: ValidationReport(errors: []), fault: fault)
    }
  }
}
