extension CorpusDifferences {
  static let gemini = CorpusDifferences(
    reasons: [
      (
        "The recorder dropped the blank lines between events, and theirs reads none of them.",
        ["gemini-f27d29760dc61a6beffb"]
      ),
      (
        "A call without arguments: theirs has none, and ours an object without members.",
        ["gemini-5bb12c7b5a49164a21de"]
      ),
    ],
    unreadable: [
      (
        "A prompt that was put into a cache, not an answer.",
        ["gemini-3ab407dfb10b70531a55", "gemini-9296214fe347867f6c48", "gemini-cd3b9a3318fd8782d6bd"]
      ),
      ("A count of tokens, not an answer.", ["gemini-23a4508889527e04eeb1"]),
      ("Another object, made so on purpose.", ["gemini-4e41ea16886002b7fdac"]),
      ("No JSON: a comma stands before the end of an object.", ["gemini-afe05ba78c23c54f1d19"]),
    ],
    reported: ["gemini-5bf5af16e3842bb53909"],
    // No reason to stop is given: test data with less or other content than an answer has.
    incomplete: [
      "gemini-864a962cda90fe11a931", "gemini-781a1377d918066f5e8e", "gemini-ceb5915d69d285c48b45",
      "gemini-49fcc2cd315a5b05b7fd", "gemini-9fe3109bcd097794b616", "gemini-2160fb68d2f716c10330",
      "gemini-541c49aacf52361ea5fd",
    ])
}
