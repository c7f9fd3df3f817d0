import TypecastJSON

/// How large a list of values is, as providers count.
struct EnumSize {
  let values: Int
  let characters: Int

  /// The characters of more than 250 strings; 0 where there are fewer of them.
  let textCharacters: Int

  init(_ list: [JSONValue]) {
    values = list.count
    let texts = list.compactMap { $0.string?.unicodeScalars.count }
    let text = texts.reduce(0, +)
    characters = list.reduce(text) { $0 + ($1.string == nil ? $1.description.utf8.count : 0) }
    textCharacters = texts.count > 250 ? text : 0
  }
}
