import TestSupport
import Testing

@testable import TypecastCommands

@Suite("The table of commands is sound")
struct CommandTableTests {
  private let tree = CommandTable.root.tree

  @Test("Every command explains itself, its exit codes and how it is used")
  func explained() {
    for (path, command) in tree {
      #expect(command.abstract.hasSuffix("."), "\(path)")
      #expect(!command.exitCodes.isEmpty && !command.examples.isEmpty, "\(path)")
      for option in command.options { #expect(option.help.hasSuffix("."), "\(path) --\(option.name)") }
      for argument in command.arguments { #expect(argument.help.hasSuffix("."), "\(path) \(argument.name)") }
    }
  }

  @Test("Every exit code of a command is in the help of the tool, and the other way round")
  func exitCodes() {
    let own = Set(CommandTable.root.exitCodes.map(\.status.code))
    let others = tree.dropFirst().flatMap { $0.command.exitCodes.map(\.status.code) }
    // Whatever prints may find that nobody reads it.
    #expect(own == Set(others + [ExitStatus.closedOutput.code]))
    for (path, command) in tree {
      let codes = command.exitCodes.map(\.status.code)
      #expect(codes == codes.sorted() && Set(codes).count == codes.count, "\(path)")
      #expect(codes.contains(0) && codes.contains(ExitStatus.usage.code), "\(path)")
    }
  }

  @Test("No command has two options of one spelling")
  func spellings() {
    for (path, command) in tree {
      let spellings = (command.options + [CommandTable.help]).flatMap(\.spellings)
      #expect(Set(spellings).count == spellings.count, "\(path)")
    }
  }

  @Test("Names are plain words, and choices hold no space")
  func names() {
    func isPlain(_ text: String) -> Bool {
      !text.isEmpty && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-.".contains($0)) }
    }
    for (path, command) in tree {
      #expect(isPlain(command.name), "\(path)")
      for option in command.options {
        #expect(isPlain(option.name) && option.kind.choices.allSatisfy(isPlain), "\(path) --\(option.name)")
      }
    }
  }

  @Test("Only the last argument repeats, and none that is required follows one that is not")
  func argumentOrder() {
    for (path, command) in tree {
      #expect(command.arguments.dropLast().allSatisfy { !$0.isRepeatable }, "\(path)")
      let firstOptional = command.arguments.firstIndex { $0.requirement == .optional } ?? command.arguments.count
      #expect(command.arguments[firstOptional...].allSatisfy { $0.requirement == .optional }, "\(path)")
    }
  }

  @Test("A default or condition names something that exists")
  func references() {
    for (path, command) in tree {
      let requirements = command.options.map(\.requirement) + command.arguments.map(\.requirement)
      for case .requiredUnless(let name) in requirements {
        #expect(command.options.contains { $0.name == name }, "\(path) --\(name)")
      }
      for option in command.options where !option.kind.choices.isEmpty {
        #expect(option.defaultValue.map(option.kind.choices.contains) ?? true, "\(path) --\(option.name)")
      }
    }
  }

  @Test("A command with subcommands has no options but the tool's version")
  func groups() {
    for (path, command) in tree where !command.subcommands.isEmpty {
      #expect(command.options == (path.count == 1 ? [CommandTable.version] : []), "\(path)")
    }
  }

  @Test("The change log's newest heading is the tool's version")
  func version() throws {
    let headings = try PackageRoot.text(of: "CHANGELOG.md").split(separator: "\n").filter { $0.hasPrefix("## ") }
    #expect(headings.first.map { $0.hasPrefix("## \(ToolVersion.text)") } == true)
  }
}
