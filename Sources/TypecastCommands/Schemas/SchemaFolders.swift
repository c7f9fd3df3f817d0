import Synchronization
import TypecastJSON
import TypecastSchema

/// The folders that schema documents may be read from when a reference leads there, and the URIs they go by.
///
/// A document is a file below one of the folders, links resolved; nothing else is ever read.
final class SchemaFolders: Sendable {
  /// A folder whose files are named by a URI and their paths relative to it.
  private struct Folder {
    /// Normalized, with a slash at the end.
    let prefix: String
    /// Absolute, without links.
    let path: String
    /// What stands before the names of its files in messages: as the folder was named, with a slash, or nothing.
    let name: String
  }

  private let files: any FileAccess
  private let folders = Mutex<[Folder]>([])
  private let marked = Mutex<[String]>([])
  /// What was read before, by URI: many schemas may lead to one document.
  private let known = Mutex<[URIReference: SchemaDocument]>([:])

  init(files: any FileAccess) {
    self.files = files
  }

  /// The documents that began with a byte-order mark, as read so far.
  var documentsWithByteOrderMark: [String] { marked.withLock { $0 } }

  /// Lets documents be read from a folder. What was added first is asked first.
  func add(_ folder: String, as uri: String) throws(CommandFailure) {
    guard files.kind(at: folder) == .folder, let path = files.realPath(of: folder) else {
      throw CommandFailure(
        .unreadable, "There is no folder '\(folder)'.", nextStep: "Name a folder of schema documents.")
    }
    let name = URIReference(uri).normalized.withoutFragment.description
    let prefix = name.hasSuffix("/") ? name : name + "/"
    let shown = folder.hasSuffix("/") ? folder : folder + "/"
    folders.withLock { $0.append(Folder(prefix: prefix, path: path, name: shown)) }
  }

  /// Makes the document of a file, and lets its relative references lead to the files beside it.
  ///
  /// They resolve against the document's own identifier where it has one, so the folder goes by that name too.
  func document(_ json: JSONDocument, at path: String) throws(CommandFailure) -> SchemaDocument {
    let folder = path == "-" ? "." : Self.parent(of: path)
    let name = path == "-" ? "<stdin>" : path.split(separator: "/").last.map(String.init) ?? path
    guard let real = files.realPath(of: folder) else {
      throw CommandFailure(.unreadable, "There is no folder '\(folder)'.")
    }
    let location = URIReference("file://" + Self.encoded(real == "/" ? "/" : real + "/"))
    let shown = Self.folderName(of: path)
    folders.withLock { $0.append(Folder(prefix: location.normalized.description, path: real, name: shown)) }
    let uri = URIReference("./" + Self.encoded(name)).resolved(against: location)
    nameFolder(real, shown, asIn: json, at: uri)
    return SchemaDocument(json, uri: uri, name: path == "-" ? "<stdin>" : path)
  }

  /// The document of a URI; nil if it is in none of the folders.
  @Sendable func load(_ uri: URIReference) throws -> SchemaDocument? {
    if let document = known.withLock({ $0[uri] }) { return document }
    guard let document = try read(uri) else { return nil }
    known.withLock { $0[uri] = document }
    return document
  }

  private func read(_ uri: URIReference) throws(UnreadableDocument) -> SchemaDocument? {
    let wanted = uri.normalized.withoutFragment.description
    for folder in folders.withLock({ $0 }) where wanted.utf8.starts(with: folder.prefix.utf8) {
      guard let relative = Self.decoded(String(wanted.utf8.dropFirst(folder.prefix.utf8.count)) ?? "") else { continue }
      let path = folder.path + "/" + relative
      guard files.kind(at: path) == .file, let real = files.realPath(of: path) else { continue }
      let inside = folder.path == "/" ? "/" : folder.path + "/"
      guard real.utf8.starts(with: inside.utf8) else { throw UnreadableDocument.outside(path) }
      let name = folder.name + relative
      let json = try read(real, called: name)
      nameFolder(Self.parent(of: real), Self.folderName(of: name), asIn: json, at: uri)
      return SchemaDocument(json, uri: uri, name: name)
    }
    return nil
  }

  /// Lets a folder go by the name that a document in it gives to its own place.
  private func nameFolder(_ path: String, _ name: String, asIn json: JSONDocument, at location: URIReference) {
    for keyword in ["$id", "id"] {
      guard let identifier = json.root[keyword]?.string else { continue }
      let base = URIReference(identifier).resolved(against: location).withoutFragment
      let prefix = URIReference("./").resolved(against: base).normalized.description
      guard base.isAbsolute, prefix.hasSuffix("/") else { continue }
      folders.withLock { $0.append(Folder(prefix: prefix, path: path, name: name)) }
    }
  }

  private func read(_ path: String, called name: String) throws(UnreadableDocument) -> JSONDocument {
    var bytes: [UInt8]
    do throws(SystemFailure) { bytes = try files.bytes(at: path) } catch { throw .failed(name, error) }
    if bytes.starts(with: byteOrderMark) {
      bytes.removeFirst(byteOrderMark.count)
      marked.withLock { $0.append(name) }
    }
    do throws(JSONError) { return try JSONDocument(bytes) } catch { throw .notJSON(name, error) }
  }

  private static func parent(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// A path up to its last slash; nothing where it has none.
  private static func folderName(of path: String) -> String {
    path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[...$0]) } ?? ""
  }

  /// A path as it stands in a URI: a fragment's encoding, and the question mark that would begin a query.
  private static func encoded(_ path: String) -> String {
    URIReference.fragment(forPointer: path).split(separator: "?", omittingEmptySubsequences: false)
      .joined(separator: "%3F")
  }

  /// The path of a file, if the text names one.
  private static func decoded(_ path: String) -> String? {
    guard !path.isEmpty, !path.utf8.contains(UInt8(ascii: "?")) else { return nil }
    let decoded = URIReference("#" + path).decodedFragment
    return decoded.flatMap { $0.utf8.contains(0) ? nil : $0 }
  }
}

/// Why a document that a reference leads to can't be used.
enum UnreadableDocument: Error, CustomStringConvertible {
  case failed(String, SystemFailure)
  case notJSON(String, JSONError)
  case outside(String)

  var description: String {
    switch self {
    case .failed(let path, let failure): "\(path): \(failure.reason)"
    case .notJSON(let path, let error): "\(path):\(error.position): \(error.message)"
    case .outside(let path): "\(path) is a link out of its folder; copy the document into the folder"
    }
  }
}
