import TypecastJSON

extension PlanRun {
  mutating func checkObject(
    _ object: UnsafePointer<ObjectPlan>, _ plan: UnsafePointer<Plan>, _ index: Int, covering outer: Int
  ) -> Bool {
    let count = Int(view.nodes[index].length)
    if count < object.pointee.minProperties || count > object.pointee.maxProperties { return false }
    guard object.pointee.unevaluated != nil else {
      return checkMembers(object, index, covering: outer) && checkSteps(plan, index, covering: outer)
    }
    let own = bits.push(count)
    defer { bits.pop(own) }
    guard checkMembers(object, index, covering: own), checkSteps(plan, index, covering: own),
      checkUnevaluated(object, index, covered: own)
    else { return false }
    // The keyword itself has now evaluated all that nothing else had.
    if outer != BitStack.none { bits.insertAll(below: count, into: outer) }
    return true
  }

  @inline(__always)
  private mutating func checkMembers(
    _ object: UnsafePointer<ObjectPlan>, _ index: Int, covering marks: Int
  ) -> Bool {
    guard object.pointee.visitsMembers else { return true }
    if object.pointee.trackedCount <= 64 {
      var present: UInt64 = 0
      guard visitMembers(object, index, covering: marks, { present |= 1 &<< UInt64(truncatingIfNeeded: $1) }) else {
        return false
      }
      let required: UInt64 =
        object.pointee.requiredCount == 64 ? .max : (1 &<< UInt64(object.pointee.requiredCount)) &- 1
      if present & required != required { return false }
      if object.pointee.dependentNameCount == 0 && object.pointee.dependentSchemaCount == 0 { return true }
      return checkDependencies(object, index, covering: marks) { _, number in present >> UInt64(number) & 1 == 1 }
    }
    let present = bits.push(object.pointee.trackedCount)
    defer { bits.pop(present) }
    guard visitMembers(object, index, covering: marks, { $0.insert($1, into: present) }) else { return false }
    for number in 0..<object.pointee.requiredCount where !bits.contains(number, in: present) { return false }
    return checkDependencies(object, index, covering: marks) { bits, number in bits.contains(number, in: present) }
  }

  /// Applies to every member the schemas that are its; `note` hears the tracked numbers of the names that are there.
  @inline(__always)
  private mutating func visitMembers(
    _ object: UnsafePointer<ObjectPlan>, _ index: Int, covering marks: Int, _ note: (inout BitStack, Int) -> Void
  ) -> Bool {
    let end = Int(view.nodes[index].link)
    var key = index + 1
    var predicted = 0
    var ordinal = 0
    while key < end {
      let value = key + 1
      let node = view.nodes[key]
      if node.has(TapeNode.shadowed) {
        key = view.after(value)
        continue
      }
      var isNamed = false
      let number = object.pointee.names.find(node, view, predicted: predicted)
      if number >= 0 {
        predicted = number &+ 1
        let member = object.pointee.members[number]
        if member.tracked >= 0 { note(&bits, member.tracked) }
        if let plan = member.plan {
          isNamed = true
          guard check(plan, value) else { return false }
        }
      }
      for number in 0..<object.pointee.patternCount {
        let pattern = object.pointee.patterns[number]
        if matches(pattern.pattern, view.buffer(node)) {
          isNamed = true
          guard check(pattern.plan, value) else { return false }
        }
        if undecided != nil { return false }
      }
      if !isNamed, let additional = object.pointee.additional {
        isNamed = true
        guard check(additional, value) else { return false }
      }
      for number in 0..<object.pointee.nameSchemaCount {
        guard check(object.pointee.nameSchemas[number], key) else { return false }
      }
      if isNamed && marks != BitStack.none { bits.insert(ordinal, into: marks) }
      ordinal &+= 1
      key = view.after(value)
    }
    return true
  }

  private mutating func checkDependencies(
    _ object: UnsafePointer<ObjectPlan>, _ index: Int, covering marks: Int,
    isPresent: (borrowing BitStack, Int) -> Bool
  ) -> Bool {
    for number in 0..<object.pointee.dependentNameCount {
      let dependency = object.pointee.dependentNames[number]
      if isPresent(bits, dependency.trigger), !isPresent(bits, dependency.needed) { return false }
    }
    for number in 0..<object.pointee.dependentSchemaCount {
      let dependency = object.pointee.dependentSchemas[number]
      if isPresent(bits, dependency.trigger), !check(dependency.plan, index, covering: marks) { return false }
    }
    return true
  }

  private mutating func checkUnevaluated(
    _ object: UnsafePointer<ObjectPlan>, _ index: Int, covered: Int
  ) -> Bool {
    guard let unevaluated = object.pointee.unevaluated else { return true }
    let end = Int(view.nodes[index].link)
    var key = index + 1
    var ordinal = 0
    while key < end {
      if !view.nodes[key].has(TapeNode.shadowed) {
        if !bits.contains(ordinal, in: covered), !check(unevaluated, key + 1) { return false }
        ordinal &+= 1
      }
      key = view.after(key + 1)
    }
    return true
  }
}
