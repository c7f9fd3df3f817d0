/// The addresses of files in a folder that is compiled as a whole, wherever it lies.
package enum FolderAddress {
  private static let scheme = "typecast"

  /// What the names of such files end with.
  static let suffix = ".schema.json"

  /// The address of a file by its path within the folder.
  package static func uri(of path: String) -> URIReference {
    var encoded = ""
    for byte in path.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E, 0x2F:
        encoded.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        encoded += "%" + (digits.utf8.count < 2 ? "0" : "") + digits
      }
    }
    return URIReference("\(scheme):/\(encoded)")
  }

  /// The path within the folder that an address stands for; nil for other addresses.
  package static func path(of uri: URIReference) -> String? {
    guard uri.scheme == scheme, uri.query == nil, uri.path.hasPrefix("/") else { return nil }
    return URIReference("#" + uri.path.dropFirst()).decodedFragment
  }
}
