import Typecast
import TypecastJSON
import TypecastModels
import TypecastSchema

/// A schema, and what was done with it so far.
struct ExercisedSchema {
  /// Where the goldens of values are, a folder for each schema.
  static let values = "Golden/values"

  let name: String
  let file: String
  let threshold: Int?
  private(set) var coverage: SchemaCoverage

  private let schema: CompiledSchema
  private var knownProjections: [Projection]?

  init(_ schema: SchemaFolder.Schema) {
    name = schema.name
    file = schema.file
    threshold = schema.threshold
    self.schema = schema.compiled
    coverage = SchemaCoverage(schema.compiled)
  }

  // MARK: Goldens

  /// Takes in the goldens of its values. What a golden is called says whether it is to be valid.
  mutating func observeGoldens(of package: PackageFolder, faults: inout [String]) throws(GateError) {
    let folder = "\(Self.values)/\(name)"
    for name in try package.names(in: folder) where name.hasSuffix(".json") && !name.hasPrefix(".") {
      let golden = "\(folder)/\(name)"
      let document = try package.json(of: golden)
      do throws(UndecidedError) {
        let isValid = try coverage.observe(document)
        let isToBeValid = name != "invalid.json" && !name.hasPrefix("invalid-")
        if isValid && !isToBeValid {
          faults.append(
            "\(golden): it is valid. Make it invalid, or call it otherwise: invalid-… is what is not valid.")
        } else if !isValid && isToBeValid {
          let errors = try schema.validate(document).errors
          faults += errors.map { "\(golden):\($0.position): \($0.message)" }
          faults.append("\(golden): it is not valid. Mend it, or call it invalid-\(name).")
        }
      } catch { faults.append("\(golden): \(error)") }
    }
  }

  // MARK: Replies

  /// Whether a request asked for a value of this schema.
  mutating func isAsked(by sent: SentSchema) -> Bool {
    sent.isCalled(name) || name.split(separator: "/").last.map { sent.isCalled(String($0)) } ?? false
      || projections.contains { $0.schema == sent.schema }
  }

  private var projections: [Projection] {
    mutating get {
      if let known = knownProjections { return known }
      let projector = Projector(schema)
      let projections = Dialect.all.map { projector.projection(to: $0) }
      knownProjections = projections
      return projections
    }
  }

  /// Takes in a reply: as it came, and where that is not valid, as it is repaired.
  mutating func observe(reply text: String, to sent: SentSchema, at place: String, faults: inout [String]) {
    var text = text
    if let projection = projections.first(where: { $0.schema == sent.schema }),
      let value = try? JSONValue(parsing: text)
    {
      text = JSONWriter().string(of: projection.restoring(value))
    }
    do throws(UndecidedError) {
      if let document = try? JSONDocument(text), try coverage.observe(document) { return }
      if let cast = try? Caster(schema).cast(text) { try coverage.observe(cast.document) }
    } catch { faults.append("\(place): \(error)") }
  }

  // MARK: The report

  func row(of package: PackageFolder, called name: String) -> GateReport.Row {
    let missing = coverage.goals.indices.filter { coverage.hits[$0] == 0 }
    let (counted, hit) = (coverage.goals.count, coverage.goals.count - missing.count)
    let folder = "\(Self.values)/\(self.name)"
    // Looking for values takes a while, and helps only where one is needed.
    var found: [Int: ValueSearch.Found] = [:]
    if !GateReport.Row.isEnough(hit, of: counted, threshold) {
      found = ValueSearch(schema).values(for: Set(missing))
    }
    var names = NewGoldens(folder)
    let rows = missing.map { index in
      let goal = coverage.goals[index]
      let place = goal.document.utf8.elementsEqual(file.utf8) ? "" : goal.document + "#"
      var command = "typecast validate --schema \(file.quotedForShell) \(folder.quotedForShell)/NAME.json"
      if let value = found[index] {
        let text = JSONWriter().string(of: value.value)
        let golden = names.name(of: text, isValid: value.isValid, in: package)
        command =
          "mkdir -p \(folder.quotedForShell) && printf '%s\\n' \(text.quotedForShell) > \(golden.quotedForShell)"
      }
      return GateReport.Missing(name: place + goal.place, needs: goal.wanted, command: command)
    }
    return GateReport.Row(name, counted: counted, hit: hit, threshold: threshold, missing: rows)
  }
}

extension SchemaGoal {
  /// The pointer; a slash for the whole.
  fileprivate var place: String { pointer.tokens.isEmpty ? "/" : pointer.description }
}

/// Names for goldens that are not there yet.
private struct NewGoldens {
  private let folder: String
  private var names: [String: String] = [:]
  private var taken: Set<String> = []

  init(_ folder: String) {
    self.folder = folder
  }

  /// The name of a value's golden; the same for the same value.
  mutating func name(of text: String, isValid: Bool, in package: PackageFolder) -> String {
    if let known = names[text] { return known }
    var number = 1
    func name() -> String { "\(folder)/\(isValid ? "valid" : "invalid")-\(number).json" }
    while package.exists(name()) || taken.contains(name()) { number += 1 }
    names[text] = name()
    taken.insert(name())
    return name()
  }
}
