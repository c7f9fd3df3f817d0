import TypecastJSON

/// A schema object as rules see it.
struct LintedSchema {
  let node: SchemaNode

  /// The groups of keywords that its dialect uses.
  let vocabulary: Vocabulary

  /// Whether the schema is a reference in an edition that ignores everything beside one.
  let isOnlyReference: Bool

  init(_ node: SchemaNode, vocabulary: Vocabulary) {
    self.node = node
    self.vocabulary = vocabulary
    isOnlyReference = node.draft <= .draft7 && node.json["$ref"]?.string != nil
  }

  var id: SchemaID { node.id }
  var json: JSONNode { node.json }
  var draft: Draft { node.draft }

  /// The value of a keyword, if the schema has it and its dialect gives it a meaning here.
  subscript(keyword: String) -> JSONNode? {
    guard let value = json[keyword], !isOnlyReference || keyword == "$ref",
      let definition = KeywordTable.definition(of: keyword, in: draft), vocabulary.isSuperset(of: definition.vocabulary)
    else { return nil }
    return value
  }

  /// The name of a keyword as it stands in the document.
  func key(of keyword: String) -> JSONNode { json[keyword]?.key ?? json }
}

extension JSONNode {
  /// The name of this value, which is a member's.
  var key: JSONNode { JSONNode(document: document, index: index - 1) }
}

extension JSONNode {
  /// The value in short, as messages show it.
  var preview: String { Preview.of(self) }
}

extension String {
  /// The name of a keyword or of a property as messages show it: quoted, and cut where it gets long.
  var quoted: String {
    JSONValue.string(shortened(to: 60)).description
  }
}
