/// The way of a call through its policy: which model is asked next, and what for.
struct Route {
  private let models: [any Model]
  private let steps: [Policy.Step]
  private var modelIndex = 0
  private var stepIndex = 0

  /// The texts of wrong answers that the model has given.
  private var wrongTexts: Set<[UInt8]> = []

  /// Why the model is asked.
  private(set) var purpose = Attempt.Purpose.question

  init(_ model: any Model, _ policy: Policy) {
    models = [model] + policy.fallbacks
    steps = policy.steps
  }

  var model: any Model { models[modelIndex] }

  /// Goes on after a wrong answer; false where nothing is left to try.
  mutating func answeredWrong(_ text: String, _ problem: CastError) -> Bool {
    // Nobody can correct what can't be judged.
    if problem.kind == .undecided || problem.kind == .cutOff { return nextModel() }
    let isRepeated = !wrongTexts.insert(Array(text.utf8)).inserted
    while stepIndex < steps.count {
      let step = steps[stepIndex]
      stepIndex += 1
      switch step {
      case .correct where !isRepeated: purpose = .correction
      case .convert where problem.kind != .objection: purpose = .conversion
      case .correct, .convert: continue
      }
      return true
    }
    return nextModel()
  }

  /// Goes on to the next model; false where there is none.
  mutating func nextModel() -> Bool {
    guard modelIndex + 1 < models.count else { return false }
    modelIndex += 1
    stepIndex = 0
    wrongTexts = []
    purpose = .question
    return true
  }
}
