extension CorpusDifferences {
  static let ollama = CorpusDifferences(
    reasons: [
      (
        "A call without arguments: theirs has none, and ours an object without members.",
        ["ollama-e78efb702de0d6cd9676"]
      ),
      (
        "An answer in the words of OpenAI, kept as test data of this provider, which Ollama gives at another path.",
        ["ollama-c5028260898db68e2d61", "ollama-a9bea67a5c6ab8c2d047"]
      ),
    ],
    unreadable: [
      (
        "Lines written as events, which Ollama does not send: test data that somebody made.",
        ["ollama-e557f00ba29a53ed9c77", "ollama-addce723e05296de307d"]
      )
    ],
    // The two in the words of OpenAI, which say nowhere that they are done.
    incomplete: ["ollama-c5028260898db68e2d61", "ollama-a9bea67a5c6ab8c2d047"])
}
