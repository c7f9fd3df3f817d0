import TypecastJSON

@testable import TypecastSchema

/// Checks that a schema keeps to what a dialect takes.
struct Language {
  private let facts: DialectFacts
  private let keywords: Set<String>

  init(_ facts: DialectFacts) {
    self.facts = facts
    var keywords = Set(facts.keywords.filter { $0.treatment == .enforced }.map(\.name))
    keywords.formUnion(["title", "description"])
    if facts.references != .none { keywords.insert("$defs") }
    if facts.requiresAllMembers { keywords.insert("required") }
    if facts.otherMembers == .alwaysClosed { keywords.insert("additionalProperties") }
    if facts.writesOrder { keywords.insert("propertyOrdering") }
    if facts.isOpenAPI { keywords.insert("nullable") }
    self.keywords = keywords
  }

  /// Everything in a schema that the dialect would refuse.
  func problems(with schema: JSONValue) -> [String] {
    var problems: [String] = []
    if facts.rootIsObject, schema["type"] != "object" { problems.append("the root is no object") }
    check(schema, root: schema, isRoot: true, &problems)
    return problems
  }

  private func check(_ value: JSONValue, root: JSONValue, isRoot: Bool, _ problems: inout [String]) {
    guard case .object(let schema) = value else {
      problems.append("\(value) is no object")
      return
    }
    for member in schema where !keywords.contains(member.key) || member.key == "$defs" && !isRoot {
      problems.append("\(member.key) in \(value.description.prefix(80))")
    }
    if let reference = schema["$ref"]?.string {
      if schema.count > 1 { problems.append("keywords beside $ref in \(value.description.prefix(80))") }
      let isRootReference = reference == "#" && facts.rootIsReferable
      let pointer = JSONPointer(String(reference.dropFirst()))
      if !isRootReference, reference == "#" || pointer.flatMap({ root[$0] }) == nil { problems.append(reference) }
    }
    if facts.anything != .empty, schema["type"] == nil, schema["anyOf"] == nil, schema["$ref"] == nil,
      schema["enum"] == nil, schema["const"] == nil
    {
      problems.append("no type in \(value)")
    }
    if schema["type"] == "object" || schema["type"] == "OBJECT" { checkObject(schema, &problems) }
    if facts.needsItems, ["array", "ARRAY"].contains(schema["type"]), schema["items"] == nil {
      problems.append("no items in \(value)")
    }
    if facts.patterns == .simple, let pattern = schema["pattern"]?.string {
      let isSafe = pattern.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F && $0 != 0x22 }
      if !pattern.hasPrefix("^") || !pattern.hasSuffix("$") || !isSafe || pattern.contains("(?") {
        problems.append("the pattern \(pattern)")
      }
    }
    for member in schema {
      switch member.key {
      case "items", "additionalProperties":
        if member.value.bool == nil { check(member.value, root: root, isRoot: false, &problems) }
      case "anyOf", "prefixItems":
        for inner in member.value.array ?? [] { check(inner, root: root, isRoot: false, &problems) }
      case "properties", "$defs":
        for inner in member.value.object ?? JSONObject() { check(inner.value, root: root, isRoot: false, &problems) }
      default: break
      }
    }
  }

  private func checkObject(_ schema: JSONObject, _ problems: inout [String]) {
    let names = schema["properties"]?.object?.keys ?? []
    let required = schema["required"]?.array?.compactMap(\.string) ?? []
    if facts.requiresAllMembers, names != required { problems.append("not all of \(names) are required") }
    if facts.otherMembers == .alwaysClosed, schema["additionalProperties"] != false {
      problems.append("an open object")
    }
    if facts.needsMembers, names.isEmpty { problems.append("an object without members") }
    for name in required where !names.contains(name) { problems.append("\(name) is required and not declared") }
    for name in names where facts.unusableNames.contains(name) { problems.append("a member named \(name)") }
  }
}
