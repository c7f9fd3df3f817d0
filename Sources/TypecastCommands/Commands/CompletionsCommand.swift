private let shell = Argument(
  "SHELL", kind: .choice(Shell.allCases.map(\.rawValue)), help: "The shell that the script is for.")

/// `typecast completions`
let completionsCommand = Command(
  "completions",
  abstract: "Prints a script that completes commands, options and files in a shell.",
  arguments: [shell],
  exitCodes: [ExitCode(.success, "The script was printed."), .usage],
  examples: [
    Example(
      "source <(typecast completions bash)", "Completes in the running bash; put the line into ~/.bashrc to keep it."),
    Example("typecast completions zsh > ~/.zfunc/_typecast", "Completes in zsh, where ~/.zfunc is in $fpath."),
    Example("typecast completions fish | source", "Completes in the running fish."),
  ]
) { invocation, environment throws(CommandFailure) in
  for name in invocation.values(of: shell) {
    try environment.output.write(Shell(rawValue: name)?.script(CommandTable.root) ?? "")
  }
  return .success
}
