extension FileTranslator {
  /// The type that shows an object while it grows.
  func partial(_ members: [(name: String, key: String, shape: Shape)]) -> SwiftDeclaration {
    var declarations = [
      SwiftDeclaration(
        access + "let json: Typecast::PartialJSON", documentation: ["What is known of the object."]),
      SwiftDeclaration(
        access + "init(_ json: Typecast::PartialJSON)", documentation: ["Looks at an object."],
        .statements([.line("self.json = json")])),
    ]
    declarations += members.map { member in
      SwiftDeclaration(
        access + "var \(.name(member.name)): \(partialType(of: member.shape))?",
        .statements([.line("member(\(.string(member.key)))")]))
    }
    return SwiftDeclaration(
      access + "struct Partial: Typecast::PartialObject",
      documentation: ["The value as far as it is known while it grows in a stream."], .members(declarations))
  }

  /// The type that stands for the document's type while a value grows, where that is no object.
  var partialAlias: SwiftDeclaration {
    SwiftDeclaration(
      access + "typealias Partial = Typecast::PartialJSON",
      documentation: ["The value as far as it is known while it grows in a stream."])
  }

  private func partialType(of shape: Shape) -> SwiftExpression {
    switch shape {
    case .any, .kinds, .never, .map(.any, _): return "Typecast::PartialJSON"
    case .null: return "Typecast::JSONNull"
    case .bool: return "Swift::Bool"
    case .integer(let integer):
      switch integer.width {
      case .int: return "Swift::Int"
      case .unsigned: return "Swift::UInt64"
      case .exact: return "Typecast::JSONNumber"
      }
    case .number(let number): return number.isExact ? "Typecast::JSONNumber" : "Swift::Double"
    case .string: return "Typecast::GrowingText"
    case .array(let element, _): return "Typecast::PartialArray<\(partialType(of: element))>"
    case .map(let value, _): return "Typecast::PartialMap<\(partialType(of: value))>"
    case .optional(let inner), .checked(let inner, _): return partialType(of: inner)
    case .named(let id):
      switch model.types[id.index].definition {
      case .object: return path(of: id) + ".Partial"
      case .texts: return path(of: id)
      case .union, .constants, .tuple, .wrapper: return "Typecast::PartialJSON"
      }
    }
  }
}
