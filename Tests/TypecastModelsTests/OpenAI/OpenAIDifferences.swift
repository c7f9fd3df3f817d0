/// Where our reading of a recorded answer is another than that of whoever collected it, and why ours is right.
enum OpenAIDifferences {
  static let reasons: [(reason: String, ids: [String])] = [
    (
      "The call stands in `function_call`, the older member, which theirs leaves out.",
      [
        "openai-770d1ff0f0dc4edf2b47", "openai-c770642b93d6b1a61675", "openai-7e269736d6a05d1cbf61",
        "openai-166c8670b2ccb17fb4bf", "openai-7766da040af0faed4a42", "openai-68979cfc55686d53e421",
        "openai-dd2bbdc591667817ccb8", "openai-11bbb8e370a29b62df0d", "openai-07798e9c2ee9ac6c429f",
        "openai-4b7bb7450a5b21af3f3d", "openai-12f6da706abf22e93ae5", "openai-aad4f6dc0f2eaaf4927a",
        "openai-b17b4cf81d5c77d3e435", "openai-7e0727cc5d9d050131c4", "openai-0c00618b9cfb0e2b5cb3",
        "openai-608f40ec229b187eee13", "openai-e7cc010e30ee096ef01b",
      ]
    ),
    (
      "A custom tool is called with a text of any sort, which theirs leaves out.",
      ["openai-831483b9062bcdd09d8b", "openai-de0d628b737ea78add5d", "openai-3be19a27e44071690f6e"]
    ),
    (
      "There are two answers, and theirs puts the calls of both into one list.",
      ["openai-1371e24ed39942b3dad8", "openai-5b8f2b3d7134b0e9fa9d"]
    ),
    (
      "Each piece stands there twice, as `text` and as `delta.content`, and theirs takes both.",
      ["together-8f72e98ba68885e39b07", "together-bdf3eee1bf5d5a7f5fbd"]
    ),
    (
      "The recorder dropped the blank lines between events, and theirs reads none of them.",
      [
        "deepseek-689d4e67022aac3776eb", "mistral-6f6a74468bb49f25f969", "openai-91a198e30c17a4d675bc",
        "openai-5d8bd937a019610b9658", "openai-bfb84977f40bc5f23ff6", "openai-ae458f90bd333dce4e44",
        "openai-193ad5b913a13a7e91eb",
      ]
    ),
  ]

  /// Those that are no answers, or none of a chat.
  static let unreadable: [(reason: String, ids: [String])] = [
    (
      "The recorder kept no body.",
      [
        "openai-769f2198611d38e7acfc", "openai-78265ae85ef73f882b01", "openai-4696f322d01606b3b932", "llamacpp-cors",
      ]
    ),
    ("A document that was read, not a chat.", ["mistral-51803008c681035a1c6a"]),
    ("An event is broken on purpose.", ["openai-664c6d2eb7d2bf3baf32"]),
  ]

  /// Those that hold an error although their status is one of success.
  static let reported: Set<String> = [
    "azure-ab1ac142608fc2c5aba5", "groq-92a8cea987d6e665b369", "groq-3ca5f6273ea34049a5ff",
    "openai-b3cc3a5f049bc7882ca6", "openai-67be6a42fca0f726991b", "openrouter-1247efbe8fa8d7302754",
    "llamacpp-schema-impossible-stream",
  ]

  /// Those that say nowhere that they are whole: servers that give no reason, streams that were cut.
  static let incomplete: Set<String> = [
    "mistral-b58132823021f6a8d970", "openai-1e77bba19b8281da1b61", "openai-b438f71cfb15b24e316a",
    "openai-5d7a158cec565533be2a", "openai-f2422a6549c1fb06d3f5", "openai-64266f25a7b609551aca",
    "openai-7637d6ee9271f990b8f2", "openai-8250cb8fc1acba02f716", "openai-e8c046c2d591bac7438f",
    "openai-2a136a20109b9de1400d", "openai-d5f7d1097f9abfca1ecd", "openrouter-f891e04a54f28f276ac0",
    "other-openai-compatible-856797abbe96dc44fc93", "other-openai-compatible-cf42d833fbfed1d58981",
    "other-openai-compatible-f79125285b3f6a229730", "other-openai-compatible-bf7573a459aeb1c2e1d0",
    "other-openai-compatible-f5bcebdc9d08d4410b63", "other-openai-compatible-1c3afad7038663e64bcc",
    "other-openai-compatible-e529d6411d06bc50bbda", "other-openai-compatible-549fdc7d70d5bf8df9dc",
    "other-openai-compatible-5bf1d628638c66983856",
  ]
}
