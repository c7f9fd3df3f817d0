import TypecastCassettes
import TypecastJSON

/// Writes the exchanges of a file of another format as cassettes.
struct CassetteImport {
  enum Format: String, CaseIterable {
    case har
    case vcr
    case jsonl
  }

  let environment: CommandEnvironment
  let file: String
  let format: Format
  let folder: String
  let printsJSON: Bool

  private let redaction = Redaction.standard
  private var names = ExchangeNames()
  private var count = 0
  private var refusedCount = 0

  init(environment: CommandEnvironment, file: String, format: Format, folder: String, printsJSON: Bool) {
    self.environment = environment
    self.file = file
    self.format = format
    self.folder = folder
    self.printsJSON = printsJSON
  }

  /// Takes over the file, and says what became of it.
  mutating func run() throws(CommandFailure) -> ExitStatus {
    try environment.warnOfWords()
    switch format {
    case .jsonl: try takeLines()
    case .har:
      var reader = try read { bytes, path throws(CassetteError) in try HARReader(bytes, path: path) }
      try makeFolder()
      while let item = reader.next() { try take(item) }
    case .vcr:
      var reader = try read { bytes, path throws(CassetteError) in try VCRReader(bytes, path: path) }
      try makeFolder()
      while let item = reader.next() { try take(item) }
    }
    guard refusedCount > 0 else { return .success }
    try environment.error.writeLine(
      "\(refusedCount) of \(count) exchanges \(refusedCount == 1 ? "is" : "are") refused; the others are written.")
    return .failure
  }

  private func read<Reader>(
    _ open: ([UInt8], String) throws(CassetteError) -> Reader
  ) throws(CommandFailure) -> Reader {
    let bytes = try environment.bytes(at: file)
    do throws(CassetteError) { return try open(bytes, environment.displayName(file)) } catch {
      throw CommandFailure(
        unreadable: error, nextStep: "Name a file of the format '\(format.rawValue)', or its own format with --from.")
    }
  }

  private mutating func takeLines() throws(CommandFailure) {
    var lines = LineReader(try environment.source(at: file))
    if try lines.skipByteOrderMark() { try environment.warnOfByteOrderMark(in: file) }
    try makeFolder()
    while let line = try lines.next(beforeWaiting: environment.output.flush) {
      let result: Result<ImportedExchange, RefusedExchange>
      switch line {
      case .tooLong: result = .failure(RefusedExchange("the line is too long"))
      case .bytes(let bytes):
        if bytes.allSatisfy({ $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }) { continue }
        result = Result { () throws(RefusedExchange) in try ExchangeLine.exchange(bytes) }
      }
      try take(ImportedItem(line: lines.number, index: count, result: result))
    }
  }

  private func makeFolder() throws(CommandFailure) {
    do throws(SystemFailure) { try environment.files.makeFolder(at: folder) } catch {
      throw CommandFailure(
        .unreadable, "The folder '\(folder)' can't be made: \(error.reason).", nextStep: "Name another one with --out.")
    }
  }

  /// Writes an exchange, or says why not.
  private mutating func take(_ item: ImportedItem) throws(CommandFailure) {
    count += 1
    switch item.result {
    case .failure(let refusal):
      // It has its name all the same: what comes behind it is called the same whether it was refused or not.
      if let id = refusal.id { _ = name(for: id) }
      try refuse(item, refusal.id, refusal.reason)
    case .success(let imported):
      let place = stem + "-" + String(String(10_000 + item.index + 1).suffix(max(4, String(item.index + 1).count)))
      let name = name(for: imported.id ?? place)
      let path = (folder.hasSuffix("/") ? folder : folder + "/") + name + ".xml"
      do throws(CassetteError) {
        try environment.save(imported.cassette(place: place, named: name), to: path)
      } catch {
        return try refuse(item, imported.id, error.reason)
      }
      try tell(imported.id, path: path, refusal: nil)
    }
  }

  /// A file name, in which a secret must not stand either.
  private mutating func name(for id: String) -> String { names.name(for: redaction.redacted(text: id)) }

  private mutating func refuse(_ item: ImportedItem, _ id: String?, _ reason: String) throws(CommandFailure) {
    refusedCount += 1
    if printsJSON { return try tell(id, path: nil, refusal: reason) }
    let name = id.map { "'\(redaction.redacted(text: $0).prefix(200))'" } ?? String(item.index + 1)
    let message = PlacedMessage(
      file: environment.displayName(file), position: TextPosition(line: item.line, column: 1, offset: 0), label: .error,
      message: "exchange \(name) is refused: \(reason)\(reason.hasSuffix(".") ? "" : ".")")
    try environment.error.writeLine(message.line(style: environment.error.style))
  }

  /// Prints what became of an exchange.
  private func tell(_ id: String?, path: String?, refusal: String?) throws(CommandFailure) {
    guard printsJSON else { return try environment.output.writeLine(path ?? "") }
    func text(_ text: String?) -> JSONValue { text.map { .string(redaction.redacted(text: $0)) } ?? .null }
    try environment.output.writeLine(
      JSONWriter().bytes(of: ["id": text(id), "path": text(path), "refusal": text(refusal)]))
  }

  /// What exchanges without a name are called after.
  private var stem: String {
    let name = file.split(separator: "/").last.map(String.init) ?? file
    guard name != "-" else { return format.rawValue }
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return name }
    return String(name[..<dot])
  }
}
