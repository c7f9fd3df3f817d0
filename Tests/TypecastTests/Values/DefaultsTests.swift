import GoldenTypes
import Testing
import Typecast

@Suite("Defaults of schemas")
struct DefaultsTests {
  @Test("A value by hand has them, whatever their sort, and the schema allows it")
  func byHand() throws {
    let value = Defaults()
    try value.validate()
    #expect(
      value.json == """
        {"ratio":0.7,"large":1e+30,"required":-0.25,"count":9223372036854775808,"day":"2020-01-01","tags":["a","b\\u0000"],\
        "size":{"width":3,"extra":[1.5]},"sizes":[{"width":1}],"limits":{"a":1},"choice":4,"level":2,"mixed":true,\
        "pair":["x",0.5],"any":{"a":[1e400,null]},"mustBeNothing":null,"null":null,"tree":{"children":[{}]}}
        """)
  }

  @Test("Missing members stand for them")
  func missing() throws {
    let value = try Defaults(json: #"{"required":1,"mustBeNothing":null,"level":1}"#)
    #expect(value.ratio == nil && value.ratioOrDefault == 0.7)
    #expect(value.countOrDefault == 9_223_372_036_854_775_808)
    #expect(value.day == nil && value.dayOrDefault.text == "2020-01-01")
    #expect(value.sizeOrDefault.width == 3 && value.sizeOrDefault.unitOrDefault == "cm")
    #expect(value.sizesOrDefault.map(\.width) == [1])
    #expect(value.limitsOrDefault["a"] == 1)
    #expect(value.choiceOrDefault == .integer(4))
    #expect(value.pairOrDefault.item1 == 0.5)
    #expect(value.treeOrDefault.children?.count == 1)
    #expect(value.treeOrDefault.nextOrDefault.next == nil)
    #expect(try Defaults(json: #"{"required":1,"mustBeNothing":null,"level":1,"ratio":2}"#).ratioOrDefault == 2)
  }
}
