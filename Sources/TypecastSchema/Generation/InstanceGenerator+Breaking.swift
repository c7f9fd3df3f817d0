import TypecastJSON

extension InstanceGenerator {
  /// An invalid value that is valid but for one keyword, as far as that can be had; nil if none was found.
  public mutating func invalid() -> BrokenInstance? {
    var second: BrokenInstance?
    for attempt in 0..<3 {
      guard let value = valid() ?? fallback() else { break }
      guard let document = try? JSONDocument(value),
        let places = InstancePlaces(of: document, in: drawing.graph)
      else { return second }
      drawing.refill()
      for _ in 0..<14 {
        guard let (place, keyword) = pickSite(places) else { break }
        guard let broken = violated(keyword, at: place, in: value) else { continue }
        if broken.isOnlyError { return broken }
        second = second ?? broken
      }
      if attempt > 0, let second { return second }
    }
    return second ?? anythingInvalid()
  }

  /// Values to start from where no valid one was found.
  private mutating func fallback() -> JSONValue? {
    drawing.refill()
    return drawing.draw([.holds(drawing.graph.root)], at: 0)
  }

  private typealias Site = (schema: SchemaID, index: Int, scope: [Int])

  /// A place and a keyword to violate there: rare keywords come up as often as common ones.
  private mutating func pickSite(_ places: InstancePlaces) -> (InstancePlaces.Place, Site)? {
    var byName: [(name: String, sites: [(place: Int, site: Site)])] = []
    var numbers: [ScalarText: Int] = [:]
    for (number, place) in places.places.enumerated() {
      for site in place.keywords {
        let name = drawing.graph[site.schema].keywords[site.index].ownErrors(in: drawing.graph)[0]
        if let known = numbers[ScalarText(name)] {
          byName[known].sites.append((number, site))
        } else {
          numbers[ScalarText(name)] = byName.count
          byName.append((name, [(number, site)]))
        }
      }
    }
    guard let group = drawing.random.pick(byName), let (number, site) = drawing.random.pick(group.sites) else {
      return nil
    }
    return (places.places[number], site)
  }

  private mutating func violated(
    _ site: Site, at place: InstancePlaces.Place, in value: JSONValue
  ) -> BrokenInstance? {
    drawing.skipped = (site.schema, site.index)
    defer { drawing.skipped = nil }
    let keyword = drawing.graph[site.schema].keywords[site.index]
    guard let part = value[place.pointer] else { return nil }
    var changed = drawing.random.chance(60) ? drawing.edited(part, against: keyword) : nil
    if changed == nil {
      let claims = place.claims + [.breaks(site.schema, site.index, in: site.scope)]
      changed = drawing.draw(claims, at: place.pointer.tokens.count, named: place.pointer.tokens.last?.string)
    }
    guard let changed else { return nil }
    let broken = value.replacing(place.pointer.tokens[...], with: changed)
    guard let document = try? JSONDocument(broken), let report = try? schema.validate(document), !report.isValid,
      (try? schema.isValid(document)) == false
    else { return nil }
    let errors = report.errors.flatMap(\.flattened)
    let names = keyword.ownErrors(in: drawing.graph)
    let pointer = drawing.graph.pointer(to: site.schema)
    let error =
      keyword is PropertyNames
      ? errors.first : errors.first { error in names.contains { pointer.appending($0) == error.schemaPointer } }
    guard let error else { return nil }
    return BrokenInstance(
      value: broken, keyword: error.keyword, schemaPointer: error.schemaPointer,
      instancePointer: error.instancePointer,
      isOnlyError: report.errors.count == 1 && (report.errors[0] == error || errors.count { $0.causes.isEmpty } == 1))
  }

  /// A value of any kind that the schema rejects.
  private mutating func anythingInvalid() -> BrokenInstance? {
    var values: [JSONValue] = []
    for _ in 0..<6 {
      drawing.refill()
      if let value = drawing.draw([.fails(drawing.graph.root)], at: 0) { values.append(value) }
    }
    values += drawing.random.shuffled([.null, true, 0, "", [], [:], "\u{0}", [[]], ["": .null], [0, 0]])
    for value in values {
      guard let document = try? JSONDocument(value), let report = try? schema.validate(document),
        let error = report.errors.first, (try? schema.isValid(document)) == false
      else { continue }
      return BrokenInstance(
        value: value, keyword: error.keyword, schemaPointer: error.schemaPointer,
        instancePointer: error.instancePointer, isOnlyError: report.errors.count == 1)
    }
    return nil
  }
}

extension ValidationError {
  /// The error and the causes below it.
  fileprivate var flattened: [ValidationError] { [self] + causes.flatMap(\.flattened) }
}
