import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Saves cassettes.
public enum CassetteFile {
  /// What saving did.
  public enum Result: Hashable, Sendable {
    /// The file is new, or its bytes have changed.
    case written
    /// The file was the same already.
    case unchanged
  }

  /// Saves a cassette without its secrets, and creates its folder.
  ///
  /// The file is written beside the old one, read again and compared, searched for secrets that are left, and only then
  /// takes its place: whatever happens meanwhile, the old one or the new one is there, and whole.
  @discardableResult
  public static func save(
    _ cassette: Cassette, to path: String, redaction: Redaction = .standard, scan: SecretScan = SecretScan()
  ) throws(CassetteError) -> Result {
    var cassette = cassette
    cassette.note = cassette.note.map(redaction.redacted(text:))
    cassette.exchanges = cassette.exchanges.map { redaction.redacted($0).toTheMicrosecond }
    try refuseSecrets(in: cassette, scan, path)
    let bytes: [UInt8]
    do throws(CassetteError) { bytes = try cassette.xml() } catch { throw CassetteError(path, error.reason) }
    guard try Cassette(bytes, path: path) == cassette else {
      throw CassetteError(path, "would not be read as it was written; it is left as it was.")
    }
    if let finding = scan.findings(in: bytes).first {
      throw CassetteError(path, line: finding.line, refusal(finding.what))
    }
    if let old = try? read(path), old == bytes { return .unchanged }
    try replace(path, with: bytes)
    return .written
  }

  private static func refuseSecrets(in cassette: Cassette, _ scan: SecretScan, _ path: String) throws(CassetteError) {
    for (index, exchange) in cassette.exchanges.enumerated() {
      guard let what = scan.findings(in: exchange).first else { continue }
      let name = exchange.id.map { " '\($0)'" } ?? ""
      throw CassetteError(path, "exchange \(index + 1)\(name): \(refusal(what))")
    }
  }

  private static func refusal(_ what: String) -> String {
    "\(what) is left in it, so that it is not saved. Add its place to the redaction."
  }

  // MARK: The disk

  /// All bytes of a file.
  package static func read(_ path: String) throws(CassetteError) -> [UInt8] {
    let feed = try ByteFeed(file: path, limit: CassetteReader.usualLimit)
    var bytes: [UInt8] = []
    let part = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 1 << 16)
    defer { part.deallocate() }
    while true {
      let count = feed.read(into: part)
      if let fault = feed.fault { throw fault }
      if count == 0 { return bytes }
      bytes += part[..<count]
    }
  }

  /// Puts a file in the place of another one, at once. A link stays one, and the rights of the file stay its own.
  private static func replace(_ path: String, with bytes: [UInt8]) throws(CassetteError) {
    let target = resolved(path)
    let name = target.utf8.lastIndex(of: UInt8(ascii: "/")).map { target.index(after: $0) } ?? target.startIndex
    let folder = target[..<name]
    try createFolder(String(folder), for: path)
    var status = stat()
    let mode = stat(target, &status) == 0 ? status.st_mode & 0o777 : 0o644
    // A name must not be longer than 255 bytes, and is of no use but to tell whose it is.
    let begin = String(decoding: target[name...].utf8.prefix(100), as: UTF8.self)
    let new = "\(folder).\(begin).\(getpid())-\(saveCount.add(1, ordering: .relaxed).newValue).new"
    let descriptor = open(new, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode)
    guard descriptor >= 0 else { throw failure(path) }
    var isWritten = write(bytes, to: descriptor) && fchmod(descriptor, mode) == 0 && fsync(descriptor) == 0
    isWritten = close(descriptor) == 0 && isWritten
    if isWritten, rename(new, target) == 0 { return }
    let error = failure(path)
    unlink(new)
    throw error
  }

  /// How many files this process has begun to write: each has a name of its own.
  private static let saveCount = Atomic(0)

  /// The file that a path leads to, through links; the path itself where there is none.
  private static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    bytes.withUnsafeBytes { bytes in
      var start = 0
      while start < bytes.count {
        let count = systemWrite(descriptor, bytes.baseAddress! + start, bytes.count - start)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return false }
        start += count
      }
      return true
    }
  }

  private static func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer, _ count: Int) -> Int {
    #if canImport(Darwin)
      Darwin.write(descriptor, bytes, count)
    #elseif canImport(Musl)
      Musl.write(descriptor, bytes, count)
    #else
      Glibc.write(descriptor, bytes, count)
    #endif
  }

  private static func createFolder(_ folder: String, for path: String) throws(CassetteError) {
    var end = folder.startIndex
    while let slash = folder[end...].firstIndex(of: "/") {
      end = folder.index(after: slash)
      if slash == folder.startIndex { continue }
      guard mkdir(String(folder[..<slash]), 0o755) == 0 || errno == EEXIST || errno == EISDIR else {
        throw failure(path)
      }
    }
  }

  private static func failure(_ path: String) -> CassetteError {
    CassetteError(
      path, "can't be written: \(String(cString: strerror(errno))). Make it, or its folder, one that may be written to."
    )
  }
}

extension Exchange {
  /// With times as a cassette keeps them.
  package var toTheMicrosecond: Exchange {
    var exchange = self
    switch outcome {
    case .failure(let failure): exchange.outcome = .failure(failure.toTheMicrosecond)
    case .response(var response):
      response.time = response.time.toTheMicrosecond
      response.failure = response.failure?.toTheMicrosecond
      for index in response.chunks.indices {
        response.chunks[index].time = response.chunks[index].time.toTheMicrosecond
      }
      exchange.outcome = .response(response)
    }
    return exchange
  }
}

extension RecordedFailure {
  fileprivate var toTheMicrosecond: RecordedFailure { RecordedFailure(error, at: time.toTheMicrosecond) }
}

extension CassetteFile {
  /// Whether there is anything of that name.
  package static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }
}
