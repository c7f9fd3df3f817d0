import TypecastJSON

/// One run of a schema's plans over a document.
struct PlanRun: ~Copyable {
  let view: TapeView
  let memory: PlanMemory

  /// Why there is no verdict; once set, every check fails at once and its answer means nothing.
  var undecided: UndecidedError?

  /// Which members or elements have been evaluated, and which names are present, as bits.
  var bits = BitStack()

  private var depth: Int

  /// How many more schemas may be applied.
  private(set) var steps: Int

  /// What searches for patterns may cost.
  var searches: PatternBudget

  /// The resources entered on the way, where that matters.
  var scope: [Int32] = []

  /// - Parameters:
  ///   - depth: How many schemas are being applied around this.
  ///   - steps: How many may be applied; by default as many as the size of the document allows.
  ///   - searches: What searches for patterns may cost.
  init(
    _ view: TapeView, _ memory: PlanMemory, depth: Int = 0, steps: Int? = nil,
    searches: PatternBudget = PatternBudget()
  ) {
    self.view = view
    self.memory = memory
    self.depth = depth
    self.steps = steps ?? Limits.steps(forNodes: view.after(0))
    self.searches = searches
  }

  /// Checks the document's root against the schema's.
  mutating func isValid() -> Bool {
    check(memory.root, 0)
  }

  /// Checks a value whose coverage nobody asks for.
  @inline(__always)
  mutating func check(_ plan: UnsafePointer<Plan>, _ index: Int) -> Bool {
    guard allowsType(plan, view.nodes[index]) else { return false }
    return plan.pointee.isTypeOnly || checkContent(plan, index, covering: BitStack.none)
  }

  /// Checks a value and marks which of its parts were evaluated.
  @inline(__always)
  mutating func check(_ plan: UnsafePointer<Plan>, _ index: Int, covering marks: Int) -> Bool {
    guard allowsType(plan, view.nodes[index]) else { return false }
    return plan.pointee.isTypeOnly || checkContent(plan, index, covering: marks)
  }

  @inline(__always)
  private func allowsType(_ plan: UnsafePointer<Plan>, _ node: TapeNode) -> Bool {
    let types = plan.pointee.types
    if node.kind == .number { return allowsNumber(types, node) }
    return types & (1 &<< node.kind.rawValue) != 0
  }

  @inline(__always)
  private func allowsNumber(_ types: UInt8, _ node: TapeNode) -> Bool {
    let allowed = types & TypeSet.number.rawValue
    if allowed == TypeSet.number.rawValue { return true }
    if allowed == 0 { return false }
    if node.has(TapeNode.plainInteger) { return allowed & TypeSet.plainInteger.rawValue != 0 }
    let sort: TypeSet = JSONNumber.isInteger(view.buffer(node)) ? .roundFraction : .fraction
    return allowed & sort.rawValue != 0
  }

  private mutating func checkContent(_ plan: UnsafePointer<Plan>, _ index: Int, covering marks: Int) -> Bool {
    if depth >= Limits.evaluationDepth || steps == 0 {
      undecided = undecided ?? (steps == 0 ? .tooManySteps : .tooDeep)
      return false
    }
    steps &-= 1
    depth &+= 1
    let resource = plan.pointee.resource
    if resource >= 0 { scope.append(resource) }
    let isValid = checkBySort(plan, index, covering: marks)
    if resource >= 0 { scope.removeLast() }
    depth &-= 1
    return isValid
  }

  @inline(__always)
  private mutating func checkBySort(_ plan: UnsafePointer<Plan>, _ index: Int, covering marks: Int) -> Bool {
    let node = view.nodes[index]
    switch node.kind {
    case .string:
      if let string = plan.pointee.string, !checkString(string, node) { return false }
    case .number:
      if let number = plan.pointee.number, !checkNumber(number, node) { return false }
    case .object:
      if let object = plan.pointee.object {
        return checkObject(object, plan, index, covering: marks)
      }
    case .array:
      if let array = plan.pointee.array {
        return checkArray(array, plan, index, covering: marks)
      }
    case .null, .boolean:
      break
    }
    return checkSteps(plan, index, covering: marks)
  }

  // MARK: - Steps

  mutating func checkSteps(_ plan: UnsafePointer<Plan>, _ index: Int, covering marks: Int) -> Bool {
    guard let steps = plan.pointee.steps else { return true }
    for number in 0..<Int(plan.pointee.stepCount) {
      guard checkStep(steps + number, index, covering: marks) else { return false }
    }
    return true
  }

  private mutating func checkStep(_ step: UnsafePointer<StepPlan>, _ index: Int, covering marks: Int) -> Bool {
    switch step.pointee.kind {
    case .apply:
      return check(subplan(step, 0), index, covering: marks)
    case .applyDynamic:
      return check(dynamicTarget(step.pointee.anchor) ?? subplan(step, 0), index, covering: marks)
    case .applyRecursive:
      return check(recursiveTarget() ?? subplan(step, 0), index, covering: marks)
    case .anyOf:
      return fitting(step, index, covering: marks, stopAfter: 1) > 0 && undecided == nil
    case .oneOf:
      return fitting(step, index, covering: marks, stopAfter: 2) == 1 && undecided == nil
    case .not:
      return !check(subplan(step, 0), index) && undecided == nil
    case .condition:
      return checkCondition(step, index, covering: marks)
    case .constants:
      guard let constants = step.pointee.constants else { return true }
      return isConstant(constants, index)
    }
  }

  @inline(__always)
  private func subplan(_ step: UnsafePointer<StepPlan>, _ number: Int) -> UnsafePointer<Plan> {
    // Only the branches of a condition may be missing, and those are looked at where they are used.
    step.pointee.plans.unsafelyUnwrapped[number].unsafelyUnwrapped
  }

  /// How many alternatives fit; the count stops where it settles the matter, unless all have to be looked at for what
  /// they cover.
  private mutating func fitting(
    _ step: UnsafePointer<StepPlan>, _ index: Int, covering marks: Int, stopAfter limit: Int
  ) -> Int {
    var count = 0
    if let alternatives = step.pointee.index, view.nodes[index].kind == .object,
      let left = alternatives.pointee.alternatives(for: index, in: view)
    {
      for number in left {
        if !tries(subplan(step, Int(number)), index, covering: marks, stopAfter: limit, &count) { return count }
      }
      return count
    }
    for number in 0..<step.pointee.count {
      if !tries(subplan(step, number), index, covering: marks, stopAfter: limit, &count) { return count }
    }
    return count
  }

  /// Counts an alternative if it fits; false if the others don't matter any more.
  @inline(__always)
  private mutating func tries(
    _ plan: UnsafePointer<Plan>, _ index: Int, covering marks: Int, stopAfter limit: Int, _ count: inout Int
  ) -> Bool {
    if checkBranch(plan, index, covering: marks) {
      count += 1
      if count == limit && (marks == BitStack.none || limit > 1) { return false }
    }
    return undecided == nil
  }

  /// Checks a schema that need not hold: what it covers counts only if it does.
  private mutating func checkBranch(_ plan: UnsafePointer<Plan>, _ index: Int, covering marks: Int) -> Bool {
    if marks == BitStack.none { return check(plan, index) }
    let count = Int(view.nodes[index].length)
    let own = bits.push(count)
    let isValid = check(plan, index, covering: own)
    if isValid { bits.merge(own, into: marks, count: count) }
    bits.pop(own)
    return isValid
  }

  private mutating func checkCondition(_ step: UnsafePointer<StepPlan>, _ index: Int, covering marks: Int) -> Bool {
    let holds = checkBranch(subplan(step, 0), index, covering: marks)
    if undecided != nil { return false }
    guard let branch = step.pointee.plans.unsafelyUnwrapped[holds ? 1 : 2] else { return true }
    return check(branch, index, covering: marks)
  }

  private func isConstant(_ constants: UnsafePointer<ConstantsPlan>, _ index: Int) -> Bool {
    let node = view.nodes[index]
    if node.kind == .string { return constants.pointee.strings.find(node, view, predicted: Int.max) >= 0 }
    if let slots = constants.pointee.slots {
      let hash = view.hash(index)
      var slot = Int(truncatingIfNeeded: hash) & constants.pointee.mask
      while slots[slot] >= 0 {
        let constant = constants.pointee.others[Int(slots[slot])]
        if constant.hash == hash, view.isEqual(index, to: constant.view, constant.index) { return true }
        slot = (slot + 1) & constants.pointee.mask
      }
      return false
    }
    for number in 0..<constants.pointee.otherCount {
      let constant = constants.pointee.others[number]
      if view.isEqual(index, to: constant.view, constant.index) { return true }
    }
    return false
  }

  private func dynamicTarget(_ anchor: Int) -> UnsafePointer<Plan>? {
    for resource in scope {
      if let target = memory.dynamicTargets[Int(resource)][anchor] { return target }
    }
    return nil
  }

  private func recursiveTarget() -> UnsafePointer<Plan>? {
    for resource in scope {
      if let target = memory.recursiveTargets[Int(resource)] { return target }
    }
    return nil
  }
}
