/// One value or key of a parsed text, in 16 bytes.
///
/// Values stand in document order: a container's node, then those of its content, keys before their values.
@frozen
@usableFromInline
package struct TapeNode {
  /// Where the token starts in the source: the opening quote or bracket, the first character of the rest.
  @usableFromInline package var offset: UInt32

  /// Bytes of a number, bytes of a string without its escapes, members or elements of a container.
  @usableFromInline package var length: UInt32

  /// A container: the index of the node after its content. A string with escapes: where its text lies in the side buffer.
  /// Any other string: the hash that `Scan.keyHash` gives.
  @usableFromInline package var link: UInt32

  @usableFromInline package var kind: Kind
  @usableFromInline package var flags: UInt8
  @usableFromInline var reserved: UInt16 = 0

  @inlinable
  @inline(__always)
  package init(offset: UInt32, length: UInt32, link: UInt32, kind: Kind, flags: UInt8 = 0) {
    self.offset = offset
    self.length = length
    self.link = link
    self.kind = kind
    self.flags = flags
  }

  /// The sort of value, in the order of JSON Schema's type names.
  @frozen
  @usableFromInline
  package enum Kind: UInt8 {
    case null, boolean, object, array, number, string
  }

  /// A string had escapes: its text lies in the side buffer.
  @inlinable package static var escaped: UInt8 { 1 }
  /// A string has characters beyond ASCII.
  @inlinable package static var beyondASCII: UInt8 { 2 }
  /// A number has neither fraction nor exponent.
  @inlinable package static var plainInteger: UInt8 { 4 }
  /// The boolean is true.
  @inlinable package static var isTrue: UInt8 { 8 }
  /// A later member of the same object has the same key, and counts.
  @inlinable package static var shadowed: UInt8 { 16 }

  @inlinable
  @inline(__always)
  package func has(_ flag: UInt8) -> Bool { flags & flag != 0 }
}
