import TypecastJSON

extension InstanceDrawing {
  /// A value with the least change that violates a keyword; nil where there is no such simple change.
  mutating func edited(_ value: JSONValue, against keyword: any Keyword) -> JSONValue? {
    switch (keyword, value) {
    case (let keyword as Required, .object(let object)): without(random.pick(keyword.names), object)
    case (let keyword as DependentRequired, .object(let object)): edited(object, against: keyword.dependencies)
    case (let keyword as Dependencies, .object(let object)): edited(object, against: keyword.names)
    case (is AdditionalProperties, .object(let object)), (is UnevaluatedProperties, .object(let object)):
      withMembers(object.count + 1, object)
    case (let keyword as MaxProperties, .object(let object)): withMembers(after(keyword.limit), object)
    case (let keyword as MinProperties, .object(let object)): withoutMembers(object, downTo: keyword.limit - 1)
    case (let keyword as MinItems, .array(let elements)):
      keyword.limit > 0 ? .array(Array(elements.prefix(keyword.limit - 1))) : nil
    case (let keyword as MaxItems, .array(let elements)): withElements(after(keyword.limit), elements)
    case (let keyword as Items, .array(let elements)): withElements(max(keyword.skipped, elements.count) + 1, elements)
    case (let keyword as AdditionalItems, .array(let elements)):
      withElements(max(keyword.skipped, elements.count) + 1, elements)
    case (is UnevaluatedItems, .array(let elements)): withElements(elements.count + 1, elements)
    case (is UniqueItems, .array(let elements)): elements.first.map { .array(elements + [$0]) }
    default: nil
    }
  }

  /// One more than a limit; the largest limit stands for all that are larger.
  private func after(_ limit: Int) -> Int { limit == Int.max ? limit : limit + 1 }

  private func without(_ name: String?, _ object: JSONObject) -> JSONValue? {
    guard let name, object[name] != nil else { return nil }
    var changed = object
    changed[name] = nil
    return .object(changed)
  }

  private mutating func edited(
    _ object: JSONObject, against dependencies: [(trigger: String, names: [String])]
  ) -> JSONValue? {
    let present = dependencies.filter { object[$0.trigger] != nil }
    return without(random.pick(present).flatMap { random.pick($0.names) }, object)
  }

  private mutating func withMembers(_ count: Int, _ object: JSONObject) -> JSONValue? {
    guard count < 2_000 else { return nil }
    var changed = object
    for _ in 0..<(4 * count) where changed.count < count {
      let name = FreeText.word(&random) + (changed[FreeText.word(&random)] == nil ? "" : "\(random.below(10_000))")
      if changed[name] == nil { changed[name] = drawAnything(at: limits.depth) ?? .null }
    }
    return changed.count == count ? .object(changed) : nil
  }

  private func withoutMembers(_ object: JSONObject, downTo count: Int) -> JSONValue? {
    guard count >= 0 else { return nil }
    return .object(JSONObject(uniqueMembers: Array(object.members.prefix(count))))
  }

  private mutating func withElements(_ count: Int, _ elements: [JSONValue]) -> JSONValue? {
    guard count < 2_000 else { return nil }
    var changed = elements
    while changed.count < count { changed.append(elements.last ?? drawAnything(at: limits.depth) ?? .null) }
    return .array(changed)
  }
}
