import Schemas
import TestSupport
import Testing
import Typecast
import TypecastModels
import TypecastTesting

@Suite("Résumés that models read")
struct ResumeTests {
  private static func read() async throws -> Reply<Resume> {
    try await ResumeClient(RemoteModel("gemini:gemini-2.5-flash")).read(
      text: PackageRoot.text(of: "Golden/texts/resume.txt"))
  }

  private static let answer = """
    {
      "name": "Dr. Mira Okonjo-Hall",
      "links": ["https://github.example/mokonjo"],
      "experience": [
        {
          "title": "Lead Bioinformatics Engineer", "employer": "Pennine Genomics", "city": "Leeds",
          "start": "2021-03", "end": null,
          "results": [
            "Cut the run time of the variant pipeline from 9 hours to 70 minutes.",
            "Lead a team of four; introduced code review."
          ]
        },
        {
          "title": "Research Associate", "employer": "University of Sheffield",
          "start": "2016-10", "end": "2021-02",
          "results": ["Wrote the open-source aligner \\"moss\\" (about 300 citations)."]
        }
      ],
      "education": [
        {"degree": "PhD Computational Biology", "school": "University of Sheffield", "end": "2016"},
        {"degree": "BSc Mathematics", "school": "University of Lagos", "start": "2008", "end": "2012", "grade": "First"}
      ],
      "skills": ["Python", "Rust", "Nextflow", "PostgreSQL"],
      "languages": [
        {"name": "English", "level": "native"}, {"name": "Yoruba", "level": "native"}, {"name": "French", "level": "B1"}
      ],
      "headline": "Bioinformatics engineer",
      "email": "mira@okonjo-hall.example",
      "phone": "+44 20 7946 0018",
      "city": "Leeds"
    }
    """

  @Test("The cassette of dates in another form is what the client makes of its answers")
  func written() async throws {
    let dates = Self.answer.replacing("\"2021-03\"", with: "\"March 2021\"").replacing(": null", with: ": \"present\"")
    try await WrittenCassette.expect(
      "Golden/cassettes/gemini/resume.xml",
      note: "Gemini enforces no patterns: months as they are printed have to be asked for again.",
      .gemini(dates), .gemini(Self.answer)
    ) { _ = try await Self.read() }
  }

  @Test("Dates in another form are asked for again", .cassette("gemini/resume"))
  func dates() async throws {
    let reply = try await Self.read()
    #expect(reply.attempts.count == 2)
    #expect(
      reply.attempts.first?.problem?.problems.map(\.pointer.description) == [
        "/experience/0/start", "/experience/0/end",
      ])
    #expect(reply.repairs.isEmpty)
    let resume = reply.value
    #expect(resume.name == "Dr. Mira Okonjo-Hall")
    #expect(resume.headline == "Bioinformatics engineer")
    #expect(resume.email?.text == "mira@okonjo-hall.example")
    #expect(resume.phone == "+44 20 7946 0018")
    #expect(resume.city == "Leeds")
    #expect(resume.links.map(\.host) == ["github.example"])
    #expect(resume.experience.map(\.title) == ["Lead Bioinformatics Engineer", "Research Associate"])
    #expect(resume.experience.map(\.employer) == ["Pennine Genomics", "University of Sheffield"])
    #expect(resume.experience.map(\.city) == ["Leeds", nil])
    #expect(resume.experience.map(\.start) == ["2021-03", "2016-10"])
    #expect(resume.experience.map(\.end) == [nil, "2021-02"])
    #expect(resume.experience.map(\.results.count) == [2, 1])
    #expect(resume.experience.last?.results == [#"Wrote the open-source aligner "moss" (about 300 citations)."#])
    #expect(resume.education.map(\.degree) == ["PhD Computational Biology", "BSc Mathematics"])
    #expect(resume.education.map(\.school) == ["University of Sheffield", "University of Lagos"])
    #expect(resume.education.map(\.start) == [nil, "2008"])
    #expect(resume.education.map(\.end) == ["2016", "2012"])
    #expect(resume.education.map(\.grade) == [nil, "First"])
    #expect(resume.skills == ["Python", "Rust", "Nextflow", "PostgreSQL"])
    #expect(resume.languages.map(\.name) == ["English", "Yoruba", "French"])
    #expect(resume.languages.map(\.level) == [.native, .native, .b1])
  }

  @Test("The cassette of an answer that was cut off is what the client makes of it")
  func cutWritten() async throws {
    try await WrittenCassette.expect(
      "Golden/cassettes/gemini/resume-cut.xml", note: "An answer that was cut off at the limit of tokens.",
      .gemini(String(Self.answer.prefix(430)), reason: "MAX_TOKENS")
    ) { _ = try await Self.read() }
  }

  @Test("Half a résumé is none", .cassette("gemini/resume-cut"))
  func cut() async throws {
    let error = await #expect(throws: ReplyError.self) { try await Self.read() }
    #expect(error?.kind == .truncated)
    #expect(error?.finish == .length)
    #expect(error?.attempts.count == 1)
    #expect(error?.problem?.kind == .cutOff)
    #expect(error?.message.contains("maxTokens") == true)
  }
}
