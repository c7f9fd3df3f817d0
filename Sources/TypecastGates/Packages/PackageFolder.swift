import FoundationEssentials
import TypecastJSON

/// The files of a package, by their paths within it.
struct PackageFolder: Sendable {
  /// The absolute path, without links and without a slash at its end.
  let path: String

  init(_ path: String) throws(GateError) {
    self.path = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    guard isFolder("") else {
      throw GateError("\(path): there is no such folder. Name the folder that holds Package.swift.")
    }
    // Of a folder that is no package nothing would be missing.
    guard exists("Package.swift") else {
      throw GateError("\(path): the folder holds no Package.swift. Name that of a package.")
    }
  }

  private func absolute(_ name: String) -> String { name.isEmpty ? path : "\(path)/\(name)" }

  private func attributes(_ name: String) -> [FileAttributeKey: Any]? {
    try? FileManager.default.attributesOfItem(atPath: absolute(name))
  }

  func isFolder(_ name: String) -> Bool { attributes(name)?[.type] as? FileAttributeType == .typeDirectory }

  func exists(_ name: String) -> Bool { attributes(name) != nil }

  /// When a file was written last, in seconds.
  func modified(_ name: String) -> Double? {
    (attributes(name)?[.modificationDate] as? Date)?.timeIntervalSinceReferenceDate
  }

  func bytes(of name: String) throws(GateError) -> [UInt8] {
    guard let data = FileManager.default.contents(atPath: absolute(name)) else {
      throw GateError("\(name): it can't be read. Look at who may read it.")
    }
    return [UInt8](data)
  }

  /// The document in a file.
  func json(of name: String) throws(GateError) -> JSONDocument {
    var bytes = try bytes(of: name)
    // A byte-order mark is taken for what it is at the start of a file.
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    do throws(JSONError) { return try JSONDocument(bytes) } catch {
      throw GateError("\(name):\(error.position): error: \(error.message). Mend the file.")
    }
  }

  /// The names in a folder, in the order of their bytes; none where there is no such folder.
  func names(in folder: String) throws(GateError) -> [String] {
    let names: [String]
    do { names = try FileManager.default.contentsOfDirectory(atPath: absolute(folder)) } catch {
      if !isFolder(folder) { return [] }
      throw GateError("\(folder): the folder can't be listed. Look at who may read it.")
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The files below a folder whose names end so, in the order of their bytes.
  ///
  /// Names that begin with a dot are left out, and links to folders are not followed; in `Golden`, where that would let
  /// a gate look at less than is there, they are errors.
  func files(below folder: String, suffix: String) throws(GateError) -> [String] {
    var found: [String] = []
    var open = [folder]
    while let folder = open.popLast() {
      for name in try names(in: folder) where !name.hasPrefix(".") {
        let path = folder.isEmpty ? name : "\(folder)/\(name)"
        if isFolder(path) {
          open.append(path)
        } else if isLinkToFolder(path) {
          guard path.hasPrefix("Golden/") else { continue }
          throw GateError("\(path): a link to a folder is not followed. Put the folder itself there.")
        } else if name.hasSuffix(suffix) {
          found.append(path)
        }
      }
    }
    return found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private func isLinkToFolder(_ name: String) -> Bool {
    guard attributes(name)?[.type] as? FileAttributeType == .typeSymbolicLink else { return false }
    let target = URL(fileURLWithPath: absolute(name)).resolvingSymlinksInPath().path
    let type = try? FileManager.default.attributesOfItem(atPath: target)[.type] as? FileAttributeType
    return type == .typeDirectory
  }
}
