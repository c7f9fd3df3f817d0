import TypecastJSON

/// Turns the drafts of all schemas of a graph into plans.
struct PlanBuilder {
  let graph: SchemaGraph
  let plans: UnsafeMutablePointer<Plan>
  let memory: PlanMemory

  private var drafts: [PlanDraft] = []

  /// For each schema, the one whose plan stands for it.
  private var targets: [Int] = []
  private var anchorNumbers: [ScalarText: Int] = [:]

  init(graph: SchemaGraph, plans: UnsafeMutablePointer<Plan>, memory: PlanMemory) {
    self.graph = graph
    self.plans = plans
    self.memory = memory
  }

  mutating func build() {
    drafts = graph.nodes.map { node in
      var draft = PlanDraft()
      if node.boolean == false { draft.types = [] }
      for keyword in node.keywords { keyword.lower(into: &draft) }
      return draft
    }
    targets = Array(drafts.indices)
    // With a dynamic scope every schema on the way counts.
    if !graph.usesDynamicScope { skipReferences() }
    for node in graph.nodes { plans[node.id.index] = plan(of: node, drafts[node.id.index]) }
  }

  /// Lets schemas that only refer to others be stood for by those.
  private mutating func skipReferences() {
    var isKnown = [Bool](repeating: false, count: drafts.count)
    for start in drafts.indices {
      var way: [Int] = []
      var place = start
      // Circles were refused before.
      while !isKnown[place], let next = drafts[place].onlyTarget {
        way.append(place)
        place = next.index
      }
      for passed in way {
        targets[passed] = targets[place]
        isKnown[passed] = true
      }
    }
  }

  /// The plan that stands for a schema.
  func pointer(_ id: SchemaID) -> UnsafePointer<Plan> {
    UnsafePointer(plans + targets[id.index])
  }

  func dynamicTargets() -> [[Int: UnsafePointer<Plan>]] {
    graph.dynamicAnchors.map { anchors in
      var targets: [Int: UnsafePointer<Plan>] = [:]
      for (name, id) in anchors {
        if let number = anchorNumbers[name] { targets[number] = pointer(id) }
      }
      return targets
    }
  }

  private func pointers(_ ids: [SchemaID]) -> UnsafePointer<UnsafePointer<Plan>> {
    memory.keep(ids.map(pointer))
  }

  private mutating func plan(of node: SchemaNode, _ draft: PlanDraft) -> Plan {
    var plan = Plan()
    plan.types = draft.types.rawValue
    if graph.usesDynamicScope { plan.resource = Int32(node.resource) }
    let steps = draft.steps.filter { !isTrivial($0) }.map { step($0) }
    plan.steps = memory.keep(steps)
    plan.stepCount = Int32(steps.count)
    plan.number = numberPlan(draft)
    plan.string = stringPlan(draft)
    plan.array = arrayPlan(draft)
    plan.object = objectPlan(draft)
    plan.isTypeOnly =
      steps.isEmpty && plan.number == nil && plan.string == nil && plan.array == nil && plan.object == nil
    return plan
  }

  /// Whether a step can never fail and covers nothing.
  private func isTrivial(_ step: PlanStep) -> Bool {
    guard case .apply(let id) = step else { return false }
    return graph[id].boolean == true
  }

  // MARK: - Steps

  private mutating func step(_ step: PlanStep) -> StepPlan {
    func plans(_ ids: [SchemaID?]) -> UnsafePointer<UnsafePointer<Plan>?> {
      memory.keep(ids.map { $0.map(pointer) })
    }
    switch step {
    case .apply(let id):
      return StepPlan(kind: .apply, count: 1, plans: plans([id]))
    case .applyDynamic(let name, let target):
      let number = anchorNumbers[name] ?? anchorNumbers.count
      anchorNumbers[name] = number
      return StepPlan(kind: .applyDynamic, count: 1, plans: plans([target]), anchor: number)
    case .applyRecursive(let target):
      return StepPlan(kind: .applyRecursive, count: 1, plans: plans([target]))
    case .anyOf(let ids):
      return StepPlan(kind: .anyOf, count: ids.count, plans: plans(ids), index: alternativeIndex(ids))
    case .oneOf(let ids):
      return StepPlan(kind: .oneOf, count: ids.count, plans: plans(ids), index: alternativeIndex(ids))
    case .not(let id):
      return StepPlan(kind: .not, count: 1, plans: plans([id]))
    case .condition(let condition, let consequence, let alternative):
      return StepPlan(kind: .condition, count: 3, plans: plans([condition, consequence, alternative]))
    case .oneOfConstants(let values):
      return StepPlan(kind: .constants, constants: memory.keep(constants(values)))
    }
  }

  private func alternativeIndex(_ ids: [SchemaID]) -> UnsafePointer<AlternativeIndex>? {
    AlternativeIndexBuilder(drafts: drafts, memory: memory).index(of: ids).map(memory.keep)
  }

  private func constants(_ values: [JSONNode]) -> ConstantsPlan {
    var seen: Set<ScalarText> = []
    let strings = values.compactMap(\.string).filter { seen.insert(ScalarText($0)).inserted }
    let others = values.filter { $0.type != .string }.map { node in
      let view = memory.keep(node.document)
      return ConstantsPlan.Constant(view: view, index: node.index, hash: view.hash(node.index))
    }
    var slots: [Int32] = []
    if others.count > ConstantsPlan.comparedOneByOne {
      var size = 16
      while size < others.count * 2 { size *= 2 }
      slots = [Int32](repeating: -1, count: size)
      for (number, constant) in others.enumerated() {
        var slot = Int(truncatingIfNeeded: constant.hash) & (size - 1)
        while slots[slot] >= 0 { slot = (slot + 1) & (size - 1) }
        slots[slot] = Int32(number)
      }
    }
    return ConstantsPlan(
      strings: NameTable(strings, in: memory), others: memory.keep(others), otherCount: others.count,
      slots: slots.isEmpty ? nil : memory.keep(slots), mask: slots.count - 1)
  }

  // MARK: - By sort of value

  private func numberPlan(_ draft: PlanDraft) -> UnsafePointer<NumberPlan>? {
    if draft.bounds.isEmpty { return nil }
    let bounds = draft.bounds.map { bound in
      _ = memory.keep(bound.limit.document)
      return NumberPlan.Bound(kind: bound.kind, decimal: Decimal(bound.limit.content), text: bound.limit.content)
    }
    return memory.keep(NumberPlan(bounds: memory.keep(bounds), count: bounds.count))
  }

  private func stringPlan(_ draft: PlanDraft) -> UnsafePointer<StringPlan>? {
    let hasLength = draft.minLength > 0 || draft.maxLength < Int.max
    if !hasLength && draft.patterns.isEmpty && draft.formats.isEmpty { return nil }
    return memory.keep(
      StringPlan(
        minLength: draft.minLength, maxLength: draft.maxLength, hasLength: hasLength,
        patterns: memory.keep(draft.patterns.map { memory.keep($0) }), patternCount: draft.patterns.count,
        formats: memory.keep(draft.formats), formatCount: draft.formats.count))
  }

  private func arrayPlan(_ draft: PlanDraft) -> UnsafePointer<ArrayPlan>? {
    guard
      draft.minItems > 0 || draft.maxItems < Int.max || draft.hasUniqueItems || !draft.prefixItems.isEmpty
        || draft.items != nil || draft.contains != nil || draft.unevaluatedItems != nil
    else { return nil }
    return memory.keep(
      ArrayPlan(
        minItems: draft.minItems, maxItems: draft.maxItems, hasUniqueItems: draft.hasUniqueItems,
        prefix: pointers(draft.prefixItems), prefixCount: draft.prefixItems.count,
        items: draft.items.map(pointer),
        contains: draft.contains.map { pointer($0.schema) },
        minContains: draft.contains?.minimum ?? 0, maxContains: draft.contains?.maximum ?? Int.max,
        containsCovers: draft.contains?.covers ?? false,
        unevaluated: draft.unevaluatedItems.map(pointer)))
  }

  private func objectPlan(_ draft: PlanDraft) -> UnsafePointer<ObjectPlan>? {
    var names = TrackedNames(properties: draft.properties.map(\.name), required: draft.required)
    let dependentNames = draft.dependentNames.flatMap { trigger, needed in
      let triggerNumber = names.track(trigger)
      return needed.map { ObjectPlan.DependentName(trigger: triggerNumber, needed: names.track($0)) }
    }
    let dependentSchemas = draft.dependentSchemas.map { trigger, schema in
      ObjectPlan.DependentSchema(trigger: names.track(trigger), plan: pointer(schema))
    }
    // A schema that allows everything matters only where something asks what was covered.
    let additional = draft.additionalProperties.flatMap {
      graph[$0].boolean == true && !graph.usesCoverage ? nil : pointer($0)
    }
    let visitsMembers =
      !names.all.isEmpty || !draft.patternProperties.isEmpty || additional != nil || !draft.propertyNames.isEmpty
    guard
      visitsMembers || draft.minProperties > 0 || draft.maxProperties < Int.max
        || draft.unevaluatedProperties != nil
    else { return nil }

    var members = names.all.map { ObjectPlan.MemberPlan(plan: nil, tracked: names.tracked[ScalarText($0)] ?? -1) }
    for (number, property) in draft.properties.enumerated() { members[number].plan = pointer(property.schema) }
    return memory.keep(
      ObjectPlan(
        minProperties: draft.minProperties, maxProperties: draft.maxProperties,
        names: NameTable(names.all, in: memory), members: memory.keep(members),
        trackedCount: names.tracked.count, requiredCount: names.requiredCount,
        patterns: memory.keep(
          draft.patternProperties.map { .init(pattern: memory.keep($0.pattern), plan: pointer($0.schema)) }),
        patternCount: draft.patternProperties.count,
        additional: additional,
        nameSchemas: pointers(draft.propertyNames), nameSchemaCount: draft.propertyNames.count,
        dependentNames: memory.keep(dependentNames), dependentNameCount: dependentNames.count,
        dependentSchemas: memory.keep(dependentSchemas), dependentSchemaCount: dependentSchemas.count,
        unevaluated: draft.unevaluatedProperties.map(pointer), visitsMembers: visitsMembers))
  }
}

extension PlanDraft {
  /// The schema that this one refers to, if it does nothing else.
  fileprivate var onlyTarget: SchemaID? {
    guard steps.count == 1, case .apply(let target) = steps[0], types == .all, bounds.isEmpty, patterns.isEmpty,
      formats.isEmpty, minLength == 0, maxLength == Int.max, minItems == 0, maxItems == Int.max, !hasUniqueItems,
      prefixItems.isEmpty, items == nil, contains == nil, unevaluatedItems == nil, minProperties == 0,
      maxProperties == Int.max, required.isEmpty, dependentNames.isEmpty, dependentSchemas.isEmpty,
      properties.isEmpty, patternProperties.isEmpty, additionalProperties == nil, propertyNames.isEmpty,
      unevaluatedProperties == nil
    else { return nil }
    return target
  }
}

/// The names that an object plan knows: properties first, in their order, then all others whose presence matters.
private struct TrackedNames {
  private(set) var all: [String]
  private(set) var tracked: [ScalarText: Int] = [:]
  let requiredCount: Int
  private var known: Set<ScalarText>

  init(properties: [String], required: [String]) {
    all = properties
    known = Set(properties.map(ScalarText.init))
    var numbers: [ScalarText: Int] = [:]
    for name in required where numbers[ScalarText(name)] == nil { numbers[ScalarText(name)] = numbers.count }
    requiredCount = numbers.count
    tracked = numbers
    for name in required where known.insert(ScalarText(name)).inserted { all.append(name) }
  }

  mutating func track(_ name: String) -> Int {
    if let number = tracked[ScalarText(name)] { return number }
    let number = tracked.count
    tracked[ScalarText(name)] = number
    if known.insert(ScalarText(name)).inserted { all.append(name) }
    return number
  }
}
