extension String {
  /// This text with another one in the place of each occurrence of a part, byte for byte.
  func replacing(_ part: String, with other: String) -> String {
    guard !part.isEmpty, utf8Contains(part) else { return self }
    let (bytes, mark) = (Array(utf8), Array(part.utf8))
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == mark[0], bytes[index...].starts(with: mark) {
        result += other.utf8
        index += mark.count
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
