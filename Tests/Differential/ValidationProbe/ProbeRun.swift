import TypecastJSON
import TypecastSchema

/// One run over some schemas.
struct ProbeRun {
  let instancesPerSchema: Int
  let seed: UInt64

  private var compiled = 0
  private var refused = 0
  private var withValid = 0
  private var withBroken = 0
  private var withOnlyError = 0

  init(instancesPerSchema: Int, seed: UInt64) {
    self.instancesPerSchema = instancesPerSchema
    self.seed = seed
  }

  mutating func probe(_ line: [UInt8], number: Int) {
    let lenient = JSONOptions(duplicateKeys: .takeLast, depthLimit: JSONOptions.greatestDepthLimit)
    guard let entry = try? JSONDocument(line, options: lenient).root.value, let text = entry["schema"],
      let json = try? JSONDocument(text)
    else {
      emit("refused \(number) unreadable")
      return
    }
    let schema: CompiledSchema
    do {
      // Formats are checked elsewhere, each against its own grammar.
      schema = try CompiledSchema(SchemaDocument(json), options: CompileOptions(formats: .annotate))
    } catch {
      refused += 1
      let reason = error.diagnostics.first.map { "\($0.rule) \($0.message)" } ?? ""
      emit("refused \(number) \(reason.split(separator: "\n").joined(separator: " "))")
      return
    }
    compiled += 1
    emit("schema \(number) \(text)")
    if let given = entry["instances"]?.array {
      for text in given { explain(text.string ?? "", schema) }
      return
    }
    let tests = (entry["tests"]?.array ?? []).compactMap { $0["data"] }
    probe(schema, tests: tests, number: number)
  }

  private mutating func probe(_ schema: CompiledSchema, tests: [JSONValue], number: Int) {
    let start = seed &* 1_000_003 &+ UInt64(number)
    var mutator = Mutator(random: ProbeRandom(seed: start ^ 0xABCD))
    var generators = InstanceFlavour.allCases.map { InstanceGenerator(schema, seed: start, flavour: $0) }
    var found: [JSONValue] = []
    var hasValid = false
    var hasBroken = false
    var hasOnlyError = false
    for index in 0..<instancesPerSchema {
      // Minimal values repeat, so few of them.
      let kind = index == 0 ? 1 : [1, 1, 2, 2, 0][mutator.random.below(5)]
      switch index < 2 ? index : mutator.random.below(4) {
      case 0:
        guard let value = generators[kind].valid() else { continue }
        hasValid = true
        if found.count < 40 { found.append(value) }
        emit(value, "valid", schema, &mutator)
      case 1:
        guard let broken = generators[kind].invalid() else { continue }
        hasBroken = true
        hasOnlyError = hasOnlyError || broken.isOnlyError
        emit(broken.value, "broken:\(broken.keyword)", schema, &mutator)
      default:
        let pool = tests.isEmpty || (!found.isEmpty && mutator.random.below(3) == 0) ? found : tests
        let value = pool.isEmpty ? .null : mutator.random.pick(pool)
        emit(mutator.mutated(value, from: tests + found), "mutated", schema, &mutator)
      }
    }
    withValid += hasValid ? 1 : 0
    withBroken += hasBroken ? 1 : 0
    withOnlyError += hasOnlyError ? 1 : 0
    if !hasValid || !hasBroken { emit("weak \(number)\(hasValid ? "" : " valid")\(hasBroken ? "" : " broken")") }
  }

  private func emit(_ value: JSONValue, _ kind: String, _ schema: CompiledSchema, _ mutator: inout Mutator) {
    let bytes = mutator.random.below(6) == 0 ? mutator.oddly(value) : JSONWriter().bytes(of: value)
    let lenient = JSONOptions(depthLimit: JSONOptions.greatestDepthLimit)
    guard let document = try? JSONDocument(bytes, options: lenient) else {
      emit("unread \(String(decoding: bytes, as: UTF8.self))")
      return
    }
    let fast = (try? schema.isValid(document)).map { $0 ? "1" : "0" } ?? "u"
    let full = (try? schema.validate(document)).map { $0.isValid ? "1" : "0" } ?? "u"
    emit("\(fast) \(full) \(kind) \(String(decoding: bytes, as: UTF8.self))")
  }

  /// Prints the verdicts on a text that was given, and the errors as comments.
  private func explain(_ text: String, _ schema: CompiledSchema) {
    do {
      let document = try JSONDocument(text, options: JSONOptions(depthLimit: JSONOptions.greatestDepthLimit))
      let report = try schema.validate(document)
      emit("\(try schema.isValid(document) ? 1 : 0) \(report.isValid ? 1 : 0) given \(text)")
      for error in report.errors.prefix(8) { emit("# \(error.schemaPointer) \(error)") }
    } catch {
      emit("u u given \(text)")
      emit("# \(error)")
    }
  }

  private func emit(_ line: String) {
    print(line)
  }

  func finish() {
    emit(
      "summary compiled \(compiled) refused \(refused) valid \(withValid) broken \(withBroken) only \(withOnlyError)")
  }
}
