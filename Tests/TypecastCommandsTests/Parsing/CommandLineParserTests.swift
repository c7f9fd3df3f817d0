import Testing

@testable import TypecastCommands

@Suite("A command line is parsed by the table of commands")
struct CommandLineParserTests {
  private func invocation(_ words: String...) throws -> Invocation {
    let request = try CommandLineParser(root: SampleCommands.root).parse(words)
    guard case .run(_, let invocation) = request else {
      throw CommandFailure(.usage, "The request is \(request) and runs nothing.", nextStep: "")
    }
    return invocation
  }

  private func failure(_ words: [String]) throws -> CommandFailure {
    try #require(throws: CommandFailure.self) { try CommandLineParser(root: SampleCommands.root).parse(words) }
  }

  @Test("A value follows its option as the next word, after =, or after :")
  func values() throws {
    for words in [["--level", "mend"], ["--level=mend"], ["--level:mend"], ["-l", "mend"]] {
      let request = try CommandLineParser(root: SampleCommands.root).parse(["cast", "a", "--stream"] + words)
      guard case .run(_, let invocation) = request else {
        Issue.record("\(words) runs nothing.")
        continue
      }
      #expect(invocation.value(of: SampleCommands.level) == "mend")
    }
  }

  @Test("An option that is not given has its default")
  func defaults() throws {
    let invocation = try invocation("cast", "--stream", "a")
    #expect(invocation.value(of: SampleCommands.level) == "coerce")
    #expect(invocation.values(of: SampleCommands.extras) == ["none"])
    #expect(invocation.value(of: SampleCommands.output) == nil)
    #expect(!invocation.isGiven(SampleCommands.verbose))
    #expect(invocation.isGiven(SampleCommands.stream))
  }

  @Test("Options and arguments mix freely, and the last argument takes what is left")
  func mixedOrder() throws {
    let invocation = try invocation("cast", "a", "--output", "out", "b", "-v", "c")
    #expect(invocation.values(of: SampleCommands.source) == ["a"])
    #expect(invocation.values(of: SampleCommands.extras) == ["b", "c"])
    #expect(invocation.value(of: SampleCommands.output) == "out")
    #expect(invocation.isGiven(SampleCommands.verbose))
  }

  @Test("After -- every word is an argument")
  func endOfOptions() throws {
    let invocation = try invocation("cast", "--stream", "--", "--level", "-x", "--")
    #expect(invocation.values(of: SampleCommands.source) == ["--level"])
    #expect(invocation.values(of: SampleCommands.extras) == ["-x", "--"])
  }

  @Test("A dash alone is an argument or a value, never an option")
  func dash() throws {
    #expect(try invocation("cast", "--stream", "-").values(of: SampleCommands.source) == ["-"])
    #expect(try invocation("cast", "a", "--output", "-").value(of: SampleCommands.output) == "-")
  }

  @Test("A repeatable option keeps its values in order, and pairs split at the first separator")
  func pairs() throws {
    let invocation = try invocation("cast", "--stream", "a", "--input", "k=v:w=x", "--input=url:http://h/?a=b")
    #expect(
      invocation.pairs(of: SampleCommands.input) == [
        NamedValue(name: "k", value: "v:w=x"), NamedValue(name: "url", value: "http://h/?a=b"),
      ])
  }

  @Test("A command below another is found by its words")
  func nested() throws {
    #expect(try invocation("tape", "show").path == ["tape", "show"])
  }

  @Test(
    "Help is given at every level, before anything else is missed",
    arguments: [
      (["--help"], []), (["-h"], []), (["cast", "--help"], ["cast"]), (["cast", "a", "-h"], ["cast"]),
      (["tape", "--help"], ["tape"]), (["tape", "show", "--help"], ["tape", "show"]),
    ])
  func help(words: [String], path: [String]) throws {
    guard case .help(let found) = try CommandLineParser(root: SampleCommands.root).parse(words) else {
      Issue.record("\(words) shows no help.")
      return
    }
    #expect(found == path)
  }

  @Test("The version is asked for at the top only")
  func version() throws {
    guard case .version = try CommandLineParser(root: SampleCommands.root).parse(["--version"]) else {
      Issue.record("--version shows no version.")
      return
    }
    #expect(try failure(["tape", "--version"]).message == "There is no option '--version'.")
  }

  @Test(
    "A wrong command line is refused in a sentence",
    arguments: [
      ([], "No command is given."),
      (["tape"], "No command is given."),
      (["csat", "a"], "There is no command 'csat'. Did you mean 'cast'?"),
      (["tape", "shwo"], "There is no command 'shwo'. Did you mean 'show'?"),
      (["frobnicate"], "There is no command 'frobnicate'."),
      (["-"], "There is no command '-'."),
      (["version"], "There is no command 'version'. Did you mean '--version'?"),
      (["-v"], "There is no option '-v'."),
      (["cast", "--levle", "mend"], "There is no option '--levle'. Did you mean '--level'?"),
      (["cast", "--levle=mend"], "There is no option '--levle'. Did you mean '--level'?"),
      (["cast", "--zzz"], "There is no option '--zzz'."),
      (["cast", "-5"], "There is no option '-5'. Write '--' before a word that begins with a dash and is no option."),
      (["cast", "a", "--level"], "Option --level needs a value: --level LEVEL."),
      (["cast", "a", "--level", "--stream"], "Option --level needs a value: --level LEVEL."),
      (["cast", "a", "--stream=yes"], "Option --stream takes no value."),
      (["cast", "a", "--stream", "--stream"], "Option --stream is given twice."),
      (
        ["cast", "a", "--level", "strikt"],
        "Option --level can't be 'strikt'. Did you mean 'strict'? It is one of: strict, mend, coerce."
      ),
      (["cast", "a", "--input", "word"], "Option --input is 'word', and has to be written as KEY=TEXT."),
      (["cast", "a", "--input", "=word"], "Option --input is '=word', and has to be written as KEY=TEXT."),
      (["cast", "a", "--output="], "Option --output is empty, and no path."),
      (["cast", "--stream", ""], "Argument SOURCE is empty, and no path."),
      (["cast", "a"], "Option --output DIR is missing."),
      (["cast", "--stream"], "Argument SOURCE is missing."),
      (["tape", "show", "more"], "The word 'more' is one too many."),
    ])
  func refusals(words: [String], message: String) throws {
    let failure = try failure(words)
    #expect(failure.kind == .usage)
    #expect(failure.message == message)
    #expect(failure.nextStep.hasPrefix("Run 'sample"))
  }

  @Test("The next step names the command that was meant")
  func nextStep() throws {
    #expect(try failure(["tape", "show", "x"]).nextStep == "Run 'sample tape show --help' to see what it takes.")
  }
}
