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
