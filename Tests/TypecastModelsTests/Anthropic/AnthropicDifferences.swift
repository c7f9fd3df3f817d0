extension CorpusDifferences {
  static let anthropic = CorpusDifferences(
    reasons: [
      (
        "The recorder dropped the blank lines between events, and theirs reads none of them.",
        [
          "anthropic-b49d46690a8b13f866f5", "anthropic-df12229e2e44201dcdb4", "anthropic-ac8a0a06aea48b8120e0",
          "anthropic-b5c95774fa0f18a2e8f1", "anthropic-7de19c2240b5f5d41320",
        ]
      ),
      (
        "A limit cut the answer off in the argument of a call. Theirs is half of a call, and ours is none.",
        ["anthropic-f5acbc80a647247bf3c5"]
      ),
    ])
}
