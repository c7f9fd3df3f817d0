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
  /// Whether a file was named: from then on references to other files are explained.
  private let hasFiles = Mutex(false)
  private let way: WayIn

  /// How a command lets documents be read from one more folder.
  enum WayIn {
    /// With the option `--documents`.
    case option
    /// By naming them.
    case arguments
    /// Not at all.
    case none
  }

  init(files: any FileAccess, way: WayIn = .option) {
    self.files = files
    self.way = way
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

  /// Lets documents be read from a folder by their own addresses.
  func open(_ folder: String) {
    guard let path = files.realPath(of: folder) else { return }
    let prefix = Self.location(of: path).normalized.description
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
      throw CommandFailure(
        .unreadable, "There is no folder '\(folder)'.", nextStep: "Write --documents URI=DIR with a folder of schemas.")
    }
    let location = Self.location(of: real)
    hasFiles.withLock { $0 = true }
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
    if let path = Self.path(of: uri), hasFiles.withLock({ $0 }) { throw absence(of: path) }
    return nil
  }

  /// Why a file is not read: it is in none of the folders, or not there.
  private func absence(of path: String) -> UnreadableDocument {
    let parent = Self.parent(of: path)
    let folder = parent == "/" ? "/" : parent + "/"
    guard files.kind(at: path) == .file else {
      let names = ((try? files.names(in: parent)) ?? []).filter { $0.hasSuffix(".json") }
      let name = String(path.utf8.dropFirst(folder.utf8.count)) ?? path
      return .missing(path, near: Spelling.nearest(toFile: name, among: names).map { folder + $0 })
    }
    switch way {
    case .option:
      return .fenced(path, "--documents '\(Self.location(of: parent))=\(parent)' lets it be read")
    case .arguments: return .fenced(path, "name it, or a folder around both, too")
    case .none: return .fenced(path, "copy it into the folder of the schemas")
    }
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

  /// The address of a folder.
  private static func location(of folder: String) -> URIReference {
    URIReference("file://" + encoded(folder == "/" ? "/" : folder + "/"))
  }

  /// The absolute path that an address leads to.
  private static func path(of uri: URIReference) -> String? {
    let uri = uri.normalized.withoutFragment
    guard uri.scheme == "file", uri.authority ?? "" == "", uri.query == nil, uri.path.hasPrefix("/") else { return nil }
    return decoded(uri.path)
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
enum UnreadableDocument: DocumentAbsence, CustomStringConvertible {
  case missing(String, near: String?)
  case fenced(String, String)
  case failed(String, SystemFailure)
  case notJSON(String, JSONError)
  case outside(String)

  var description: String {
    switch self {
    case .missing(let path, let near): "there is no file \(path)" + (near.map { "; did you mean \($0)?" } ?? "")
    case .fenced(let path, let remedy): "\(path) is outside of the folders that are read; \(remedy)"
    case .failed(let path, let failure): "\(path): \(failure.reason)"
    case .notJSON(let path, let error): "\(path):\(error.position): \(error.message)"
    case .outside(let path): "\(path) is a link out of its folder; copy the document into the folder"
    }
  }

  var standsAlone: Bool {
    switch self {
    case .missing, .fenced: true
    case .failed, .notJSON, .outside: false
    }
  }
}
