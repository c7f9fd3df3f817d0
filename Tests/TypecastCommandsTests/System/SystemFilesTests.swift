import Foundation
import TestSupport
import Testing

@testable import TypecastCommands

@Suite("Files, folders and descriptors of the machine")
struct SystemFilesTests {
  private let files = SystemFiles()

  private func temporaryFolder() throws -> String {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent("typecast-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    return url.path
  }

  @Test("A file is read whole, an empty one too")
  func reading() throws {
    let folder = try temporaryFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let content = (0..<1_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    try Data(content).write(to: URL(fileURLWithPath: folder + "/large"))
    try Data().write(to: URL(fileURLWithPath: folder + "/empty"))
    #expect(try files.bytes(at: folder + "/large") == content)
    #expect(try files.bytes(at: folder + "/empty") == [])
  }

  @Test("A file is read piece by piece, and closed when nobody reads it any more")
  func pieces() throws {
    let folder = try temporaryFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try Data((0..<10).map { UInt8($0) }).write(to: URL(fileURLWithPath: folder + "/file"))
    let path = URL(fileURLWithPath: folder).resolvingSymlinksInPath().path + "/file"
    /// Whether this process has the file open, where the system tells.
    func isOpen() -> Bool? {
      let descriptors = try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")
      return descriptors?.contains {
        (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/\($0)")) == path
      }
    }
    var pieces: [[UInt8]] = []
    do {
      let source = try files.source(at: path)
      #expect(isOpen() != false)
      var buffer = [UInt8](repeating: 0, count: 4)
      while case let count = try buffer.withUnsafeMutableBytes({ source.read(into: $0) }).get(), count > 0 {
        pieces.append(Array(buffer[..<count]))
      }
    }
    #expect(pieces == [[0, 1, 2, 3], [4, 5, 6, 7], [8, 9]])
    #expect(isOpen() != true)
    #expect(throws: SystemFailure.self) { _ = try files.source(at: folder + "/none") }
  }

  @Test("A folder's names come sorted, without the two dots, and kinds are told apart")
  func folders() throws {
    let folder = try temporaryFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    for name in ["b", "a", "é", "B"] { try Data().write(to: URL(fileURLWithPath: "\(folder)/\(name)")) }
    try FileManager.default.createSymbolicLink(atPath: folder + "/link", withDestinationPath: folder)
    #expect(try files.names(in: folder) == ["B", "a", "b", "link", "é"])
    #expect(files.kind(at: folder) == .folder)
    #expect(files.kind(at: folder + "/a") == .file)
    #expect(files.kind(at: folder + "/link") == .folder)
    #expect(files.kind(at: folder + "/none") == nil)
    #expect(files.kind(at: "/dev/null") == .other)
    #expect(files.realPath(of: folder + "/link/../\(folder.split(separator: "/").last ?? "")/a") == folder + "/a")
    #expect(files.realPath(of: folder + "/none") == nil)
  }

  @Test("What can't be read is said in the system's words")
  func failures() throws {
    let missing = #expect(throws: SystemFailure.self) { try files.bytes(at: "/nonexistent") }
    #expect(missing?.reason == "No such file or directory")
    let folder = #expect(throws: SystemFailure.self) { try files.bytes(at: PackageRoot.path) }
    #expect(folder?.reason == "Is a directory")
    #expect(throws: SystemFailure.self) { try files.names(in: "/nonexistent") }
  }

  @Test("An input without end is refused at the limit")
  func endless() throws {
    final class Endless: ByteSource {
      func read(into buffer: UnsafeMutableRawBufferPointer) -> Result<Int, SystemFailure> { .success(buffer.count) }
      var isReady: Bool { true }
    }
    #expect(throws: SystemFailure.tooLarge) { try Endless().readAll(limit: 1 << 20) }
  }

  @Test("A pipe is ready when it holds bytes or is closed, and else is not")
  func readiness() throws {
    let pipe = Pipe()
    let source = DescriptorSource(pipe.fileHandleForReading.fileDescriptor)
    let sink = DescriptorSink(pipe.fileHandleForWriting.fileDescriptor)
    #expect(!source.isReady)
    #expect(!sink.isTerminal)
    let written = Array("abc".utf8).withUnsafeBytes { sink.write($0) }
    #expect((try? written.get()) != nil)
    #expect(source.isReady)
    try pipe.fileHandleForWriting.close()
    #expect(try source.readAll() == Array("abc".utf8))
    #expect(source.isReady)
  }
}
