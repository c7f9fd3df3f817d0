import TypecastJSON
import TypecastSchema

/// The way of one text that is not valid as it came.
struct TextCast {
  let text: PaddedBytes
  let caster: Caster

  /// What is wrong with the text as it is.
  let problem: CastError

  init(_ text: PaddedBytes, caster: Caster, problem: CastError) {
    self.text = text
    self.caster = caster
    self.problem = problem
  }

  func run() throws(CastError) -> Cast {
    if problem.kind == .undecided { throw problem }
    if problem.kind == .notJSON, let cast = escaped() { return cast }
    var found = Extractor.Found()
    if problem.kind == .notJSON {
      found = Extractor.find(in: text, depthLimit: caster.depthLimit)
    } else {
      // The text is JSON already: only its values are at fault.
      found.candidates = [
        Candidate(json: text, range: 0..<text.count, edits: TextEdits(), repairs: [])
      ]
    }
    var attempts = try documents(of: found)
    guard let schema = caster.schema else {
      guard let first = attempts.first else { throw failure(of: found) }
      return Cast(document: first.document, repairs: first.repairs)
    }
    let hasJSON = !attempts.isEmpty
    if caster.level >= .coerce {
      var coercer = Coercer(schema.shapes, level: caster.level, depthLimit: caster.depthLimit)
      attempts = attempts.map { attempt in
        (try? schema.isValid(attempt.document)) == true ? attempt : attempt.coerced(by: &coercer)
      }
      if !found.isTooDeep, let whole = wholeText(schema, hasJSON: hasJSON) {
        coercer.isSentence = true
        // JSON may be meant as a text, but it is no sentence.
        attempts.append(problem.kind == .notJSON ? whole.coerced(by: &coercer) : whole)
      }
    }
    guard !attempts.isEmpty else { throw failure(of: found) }
    var error: CastError?
    for attempt in attempts.enumerated().sorted(by: { ($0.element.cost, $0.offset) < ($1.element.cost, $1.offset) }) {
      do throws(CastError) {
        try caster.check(attempt.element.document)
        return Cast(document: attempt.element.document, repairs: attempt.element.repairs)
      } catch let failure {
        if error == nil {
          error = failure
          error?.repairs = attempt.element.repairs
          if attempt.element.isAmbiguous { error?.kind = .ambiguous }
        }
      }
    }
    // That a sentence is no object tells less than that there was nothing to read.
    if !hasJSON, found.isTooDeep || !schema.shapes.allowsScalar(schema.shapes.root) { throw failure(of: found) }
    throw error ?? problem
  }

  // MARK: Readings

  /// The values in the text, each by itself and all together.
  private func documents(of found: Extractor.Found) throws(CastError) -> [CastAttempt] {
    var attempts: [CastAttempt] = []
    let allowsSeveral = caster.schema.map { $0.shapes.allowsArray($0.shapes.root) } ?? true
    if found.candidates.count == 1 || caster.schema != nil {
      for (index, candidate) in found.candidates.prefix(64).enumerated() {
        var repairs = found.repairs + candidate.repairs
        if found.candidates.count > 1 {
          repairs.append(
            Repair(
              .choice, at: JSONPointer(), offset: candidate.range.lowerBound,
              message: "of \(found.candidates.count) values in the text number \(index + 1) was taken",
              cost: (found.isWhole ? 4 : 1) * RepairRule.choice.cost + index))
        }
        attempts.append(try attempt(candidate, repairs))
      }
    }
    if found.candidates.count > 1, allowsSeveral {
      let together = together(found.candidates)
      attempts.append(try attempt(together, found.repairs + together.repairs))
    }
    return attempts
  }

  private func attempt(_ candidate: Candidate, _ repairs: consuming [Repair]) throws(CastError) -> CastAttempt {
    let document = try read(candidate, &repairs)
    repairs.sort { $0.offset < $1.offset }
    return CastAttempt(document: document, repairs: repairs, origin: candidate.origin)
  }

  /// The text as the value itself, where the schema allows a text, or something that a sentence can say.
  private func wholeText(_ schema: CompiledSchema, hasJSON: Bool) -> CastAttempt? {
    let shapes = schema.shapes
    // What may be an object or array is one, if there is any in the text.
    guard !hasJSON || shapes.allowsScalar(shapes.root) && !shapes.allowsContainer(shapes.root) else { return nil }
    let string = String(decoding: text.buffer, as: UTF8.self)
    guard let document = try? JSONDocument(JSONWriter().bytes(of: .string(string))) else { return nil }
    let record = Repair(
      .wholeText, at: JSONPointer(), offset: 0, message: "the whole text was taken as the value")
    return CastAttempt(document: document, repairs: [record], origin: { _ in 0 })
  }

  private func failure(of found: Extractor.Found) -> CastError {
    switch found.failure {
    case .tooDeep(let offset)?:
      CastError(.notJSON, [.init("the text is nested deeper than \(caster.depthLimit) levels at byte \(offset)")])
    case .tooManyChanges(let offset)?:
      CastError(.notJSON, [.init("the text needs too many changes to be JSON; it was given up at byte \(offset)")])
    case .noValue?, nil: CastError(.noJSON)
    }
  }

  /// Several values as the elements of an array.
  private func together(_ candidates: [Candidate]) -> Candidate {
    var json: [UInt8] = [0x5B]
    var repairs: [Repair] = []
    for (index, candidate) in candidates.enumerated() {
      if index > 0 { json.append(0x2C) }
      json += candidate.json.buffer
      guard repairs.count < Mender.greatestRecordCount else { continue }
      repairs += candidate.repairs.map { repair in
        var repair = repair
        repair.pointer = JSONPointer(tokens: [String(index)] + repair.pointer.tokens.map(\.string))
        return repair
      }
    }
    json.append(0x5D)
    let range = candidates[0].range.lowerBound..<candidates[candidates.count - 1].range.upperBound
    let record = Repair(
      .severalValues, at: JSONPointer(), offset: range.lowerBound,
      message: "\(candidates.count) values became the elements of an array")
    return Candidate(json: PaddedBytes(json), range: range, edits: TextEdits(), repairs: [record] + repairs)
  }

  /// A document that was escaped once too often: `{\"a\": 1}`.
  private func escaped() -> Cast? {
    guard let unescaped = UnescapedText(text) else { return nil }
    let inner = Caster(caster.schema, level: caster.level, depthLimit: caster.depthLimit)
    let cast: Cast
    do throws(CastError) {
      cast = try inner.cast(unescaped.bytes)
    } catch {
      return nil
    }
    let record = Repair(
      .escapedDocument, at: JSONPointer(), offset: unescaped.start, message: "the whole document was escaped; unescaped"
    )
    let repairs = cast.repairs.map { repair in
      var repair = repair
      repair.offset = unescaped.origin(of: repair.offset)
      return repair
    }
    return Cast(document: cast.document, repairs: [record] + repairs)
  }

  private func read(_ candidate: Candidate, _ repairs: inout [Repair]) throws(CastError) -> JSONDocument {
    do {
      return try JSONDocument(candidate.json, options: JSONOptions(depthLimit: caster.depthLimit))
    } catch {
      guard error.kind == .duplicateKey else { throw Self.notMended(error) }
      repairs.append(
        Repair(
          .repeatedKey, at: JSONPointer(), offset: candidate.origin(of: error.position.offset),
          message: "of members with one key the last was kept"))
    }
    do {
      return try JSONDocument(
        candidate.json, options: JSONOptions(duplicateKeys: .takeLast, depthLimit: caster.depthLimit))
    } catch {
      throw Self.notMended(error)
    }
  }

  private static func notMended(_ error: JSONError) -> CastError {
    CastError(.notMended, CastError(error).problems)
  }
}
