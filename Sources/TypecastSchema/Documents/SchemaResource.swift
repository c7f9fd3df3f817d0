package import TypecastJSON

/// A schema with an identity of its own: a document, or a part of one that has an `$id`.
package struct SchemaResource: Sendable {
  package let uri: URIReference
  package let document: Int
  let draft: Draft
  let vocabulary: Vocabulary

  /// The tape index of the resource's root schema.
  package let root: Int

  /// Plain-name anchors of both kinds, with the tape indices of their schemas.
  var anchors: [ScalarText: Int] = [:]

  /// The anchors that `$dynamicRef` may find.
  package var dynamicAnchors: [ScalarText: Int] = [:]

  /// Whether the root has `"$recursiveAnchor": true`.
  var isRecursiveAnchor = false
}
