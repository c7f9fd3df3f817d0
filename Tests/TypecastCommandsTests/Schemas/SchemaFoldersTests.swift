import Foundation
import Testing
import TypecastJSON
import TypecastSchema

@testable import TypecastCommands

@Suite("Schema documents are read from the folders that were named, and from nowhere else")
struct SchemaFoldersTests {
  private let folder: String

  init() throws {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent("typecast-\(UUID().uuidString)")
    for name in ["schemas/deep", "outside"] {
      try FileManager.default.createDirectory(at: url.appendingPathComponent(name), withIntermediateDirectories: true)
    }
    folder = try #require(SystemFiles().realPath(of: url.path))
    try write(#"{"title": "a"}"#, to: "schemas/a.json")
    try write(#"{"title": "odd"}"#, to: "schemas/100% odd?#.json")
    try write(#"{"title": "deep", "$id": "https://example.com/other/deep.json"}"#, to: "schemas/deep/deep.json")
    try write(#"{"title": "beside"}"#, to: "schemas/deep/beside.json")
    try write(#"{"title": "secret"}"#, to: "outside/secret.json")
    try write("\u{FEFF}{}", to: "schemas/marked.json")
    try write("{", to: "schemas/broken.json")
    for (link, target) in [("schemas/link.json", "../outside/secret.json"), ("schemas/inner.json", "a.json")] {
      try FileManager.default.createSymbolicLink(atPath: "\(folder)/\(link)", withDestinationPath: target)
    }
  }

  private func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: "\(folder)/\(name)"))
  }

  private func title(_ folders: SchemaFolders, _ uri: String) throws -> String? {
    try folders.load(URIReference(uri))?.json.root["title"]?.string
  }

  private func clean() {
    try? FileManager.default.removeItem(atPath: folder)
  }

  @Test("A URI and a relative path name a document, with or without a slash between them")
  func named() throws {
    defer { clean() }
    for uri in ["https://example.com/s", "https://example.com/s/", "HTTPS://EXAMPLE.com/x/../s"] {
      let folders = SchemaFolders(files: SystemFiles())
      try folders.add(folder + "/schemas", as: uri)
      #expect(try title(folders, "https://example.com/s/a.json") == "a")
      #expect(try title(folders, "https://example.com/s/a.json#/x") == "a")
      #expect(try title(folders, "https://example.com/s/deep/deep.json") == "deep")
      #expect(try title(folders, "https://example.com/s/100%25%20odd%3F%23.json") == "odd")
      #expect(try title(folders, "https://example.com/s/inner.json") == "a")
      for missing in ["s/none.json", "sa.json", "s", "s/", "s/deep", "s/a.json?x", "s/a.json%00", "t/a.json"] {
        #expect(try title(folders, "https://example.com/\(missing)") == nil, "\(missing)")
      }
    }
  }

  @Test("Nothing outside a folder is read, by dots or by links")
  func confined() throws {
    defer { clean() }
    let folders = SchemaFolders(files: SystemFiles())
    try folders.add(folder + "/schemas", as: "https://example.com/s")
    #expect(try title(folders, "https://example.com/s/../outside/secret.json") == nil)
    #expect(try title(folders, "file://\(folder)/outside/secret.json") == nil)
    for uri in ["link.json", "..%2Foutside/secret.json", "%2E%2E/outside/secret.json"] {
      let title = try? title(folders, "https://example.com/s/\(uri)")
      #expect(title == nil, "\(uri)")
    }
    let error = try #require(throws: UnreadableDocument.self) {
      try folders.load(URIReference("https://example.com/s/link.json"))
    }
    #expect(error.description.hasSuffix("link.json is a link out of its folder; copy the document into the folder"))
  }

  @Test("Relative references lead to the files beside a schema, whatever its identifier")
  func beside() throws {
    defer { clean() }
    for identifier in [nil, "https://example.com/other/root.json", "root", "urn:example:root"] {
      let folders = SchemaFolders(files: SystemFiles())
      let json = try JSONDocument(identifier.map { #"{"$id": "\#($0)"}"# } ?? "{}")
      let document = try folders.document(json, at: folder + "/schemas/root.json")
      #expect(document.name == folder + "/schemas/root.json")
      #expect(document.uri.description == "file://\(folder)/schemas/root.json")
      let own = URIReference(identifier ?? "").resolved(against: document.uri)
      let base = own.scheme == "urn" ? document.uri : own
      #expect(try title(folders, URIReference("a.json").resolved(against: base).description) == "a")
      let outside = URIReference("../outside/secret.json").resolved(against: base)
      if outside.scheme == "file" {
        let error = try #require(throws: UnreadableDocument.self) { try folders.load(outside) }
        #expect(
          error.description == "\(folder)/outside/secret.json is outside of the folders that are read; "
            + "--documents 'file://\(folder)/outside/=\(folder)/outside' lets it be read")
      } else {
        #expect(try folders.load(outside) == nil)
      }
    }
  }

  @Test("A document that was read lets its own relative references lead to the files beside it")
  func besideRead() throws {
    defer { clean() }
    let folders = SchemaFolders(files: SystemFiles())
    try folders.add(folder + "/schemas", as: "https://example.com/s")
    #expect(try title(folders, "https://example.com/other/beside.json") == nil)
    #expect(try title(folders, "https://example.com/s/deep/deep.json") == "deep")
    #expect(try title(folders, "https://example.com/other/beside.json") == "beside")
  }

  @Test("A byte-order mark is noted, and bad JSON refused with its place")
  func contents() throws {
    defer { clean() }
    let folders = SchemaFolders(files: SystemFiles())
    try folders.add(folder + "/schemas", as: "https://example.com/s")
    #expect(try folders.load(URIReference("https://example.com/s/marked.json")) != nil)
    #expect(folders.documentsWithByteOrderMark == [folder + "/schemas/marked.json"])
    let error = try #require(throws: UnreadableDocument.self) {
      try folders.load(URIReference("https://example.com/s/broken.json"))
    }
    #expect(error.description.hasPrefix("\(folder)/schemas/broken.json:1:2: expected"))
  }

  @Test("A folder that is not there is refused")
  func missingFolder() throws {
    defer { clean() }
    let folders = SchemaFolders(files: SystemFiles())
    #expect(throws: CommandFailure.self) { try folders.add(folder + "/none", as: "https://example.com/") }
    #expect(throws: CommandFailure.self) { try folders.add(folder + "/schemas/a.json", as: "https://example.com/") }
  }

  @Test("A folder stands for its .json files, in order, hidden ones and links to folders left out")
  func listing() throws {
    defer { clean() }
    try write("{}", to: "schemas/.hidden.json")
    try write("{}", to: "schemas/typecast.json")
    try write("{}", to: "schemas/notes.txt")
    try FileManager.default.createSymbolicLink(atPath: folder + "/schemas/loop", withDestinationPath: ".")
    let names = try schemaFiles(at: folder + "/schemas", in: SystemFiles()).map { $0.dropFirst(folder.count + 9) }
    #expect(
      names == [
        "100% odd?#.json", "a.json", "broken.json", "deep/beside.json", "deep/deep.json", "inner.json", "link.json",
        "marked.json",
      ])
    #expect(try schemaFiles(at: folder + "/schemas/a.json", in: SystemFiles()) == [folder + "/schemas/a.json"])
    #expect(try schemaFiles(at: "-", in: SystemFiles()) == ["-"])
    try FileManager.default.createDirectory(atPath: folder + "/empty", withIntermediateDirectories: true)
    #expect(throws: CommandFailure.self) { try schemaFiles(at: folder + "/empty", in: SystemFiles()) }
  }
}
