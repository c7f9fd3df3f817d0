#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The files of the machine.
struct SystemFiles: FileAccess {
  func bytes(at path: String) throws(SystemFailure) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw SystemFailure(code: errno) }
    defer { close(descriptor) }
    return try DescriptorSource(descriptor).readAll(expecting: status(of: path)?.size ?? 0)
  }

  func source(at path: String) throws(SystemFailure) -> any ByteSource {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw SystemFailure(code: errno) }
    return DescriptorSource(descriptor, closesAtEnd: true)
  }

  func kind(at path: String) -> FileKind? {
    status(of: path)?.kind
  }

  func isLink(at path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & mode_t(S_IFMT) == mode_t(S_IFLNK)
  }

  func names(in folder: String) throws(SystemFailure) -> [String] {
    guard let stream = opendir(folder) else { throw SystemFailure(code: errno) }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  func realPath(of path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  func makeFolder(at path: String) throws(SystemFailure) {
    if kind(at: path) == .folder || path.isEmpty { return }
    if let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")), slash > path.startIndex {
      try makeFolder(at: String(path[..<slash]))
    }
    if mkdir(path, 0o777) != 0, kind(at: path) != .folder { throw SystemFailure(code: errno) }
  }

  func write(_ bytes: [UInt8], to path: String) throws(SystemFailure) {
    let draft = "\(path).\(getpid()).draft"
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw SystemFailure(code: errno) }
    var failure: SystemFailure?
    let sink = DescriptorSink(descriptor)
    bytes.withUnsafeBytes { buffer in
      if case .failure(let error) = sink.write(buffer) { failure = error }
    }
    if close(descriptor) != 0 { failure = failure ?? SystemFailure(code: errno) }
    if failure == nil, rename(draft, path) != 0 { failure = SystemFailure(code: errno) }
    if let failure {
      unlink(draft)
      throw failure
    }
  }

  private func status(of path: String) -> (kind: FileKind, size: Int)? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    let kind: FileKind =
      switch status.st_mode & mode_t(S_IFMT) {
      case mode_t(S_IFDIR): .folder
      case mode_t(S_IFREG): .file
      default: .other
      }
    return (kind, max(0, Int(status.st_size)))
  }
}
