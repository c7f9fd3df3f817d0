import Foundation

/// Reading files and folders, for the helpers of this module.
enum Files {
  static func bytes(at path: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
  }

  static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
  }

  /// The files below a folder, in the order of their UTF-8 bytes, so that two machines agree.
  static func names(below folder: String, suffix: String) -> [String] {
    var names: [String] = []
    var open = [""]
    while let prefix = open.popLast() {
      let entries = (try? FileManager.default.contentsOfDirectory(atPath: folder + "/" + prefix)) ?? []
      for entry in entries where !entry.hasPrefix(".") {
        if isFolder(folder + "/" + prefix + entry) {
          open.append(prefix + entry + "/")
        } else if entry.hasSuffix(suffix) {
          names.append(prefix + entry)
        }
      }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
