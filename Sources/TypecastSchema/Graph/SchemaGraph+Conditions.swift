import TypecastJSON

extension SchemaGraph {
  /// Takes checks that only the type of a format asks for out of what stands inside of `not` and `if`.
  mutating func releaseFormatsOfConditions() {
    // A schema inside of another one comes after it in the text, and before that ends.
    var conditions: [ObjectIdentifier: [Range<Int>]] = [:]
    for node in nodes {
      for keyword in node.keywords {
        let id: SchemaID
        switch keyword {
        case let keyword as Not: id = keyword.schema
        case let keyword as Conditional: id = keyword.condition
        default: continue
        }
        let json = self[id].json
        conditions[ObjectIdentifier(json.document), default: []].append(json.index..<json.document.after(json.index))
      }
    }
    for (document, ranges) in conditions {
      var outermost: [Range<Int>] = []
      for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound })
      where range.lowerBound >= outermost.last?.upperBound ?? 0 {
        outermost.append(range)
      }
      conditions[document] = outermost
    }
    for index in nodes.indices {
      let json = nodes[index].json
      guard let ranges = conditions[ObjectIdentifier(json.document)] else { continue }
      for place in nodes[index].keywords.indices {
        guard let format = nodes[index].keywords[place] as? FormatKeyword, format.isAssertedByType,
          Self.isInside(json.index, of: ranges)
        else { continue }
        nodes[index].keywords[place] = format.released
      }
    }
  }

  /// Whether a place is inside of one of some ranges, which are sorted and apart.
  private static func isInside(_ place: Int, of ranges: [Range<Int>]) -> Bool {
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].lowerBound <= place { low = middle + 1 } else { high = middle }
    }
    return low > 0 && ranges[low - 1].contains(place)
  }
}
