/// An invoice of about 2.2 KB, without white space between its tokens.
public let sampleInvoice: String = {
  func line(_ sku: String, _ text: String, _ quantity: Int, _ unit: String, _ price: String, _ rest: String) -> String {
    #"{"sku":"\#(sku)","description":"\#(text)","quantity":\#(quantity),"#
      + #""unit":"\#(unit)","unitPrice":\#(price),\#(rest)}"#
  }
  let lines = [
    line(
      "CHR-0417", "Office chair, adjustable arms, black", 12, "piece", "219.90", #""discount":0.1,"amount":2374.92"#),
    line("DSK-1180", "Standing desk 180 × 80 cm, oak", 6, "piece", "749.00", #""amount":4494.00"#),
    line("CBL-0032", #"Cable tray \"slim\", 120 cm"#, 6, "piece", "34.50", #""discount":0.05,"amount":196.65"#),
    line("LMP-2207", "Desk lamp, dimmable, 4000 K", 12, "piece", "59.95", #""amount":719.40"#),
    line("INS-0001", "Assembly on site, two fitters", 14, "hour", "68.00", #""amount":952.00"#),
    line("CRP-0550", "Carpet tiles, grey, per metre", 85, "metre", "17.25", #""discount":0.15,"amount":1246.31"#),
    line("COF-0009", "Coffee beans, Sigri Estate", 25, "kilogram", "21.80", #""amount":545.00"#),
    line("SCR-0093", #"Acoustic screen\n160 × 60 cm, felt"#, 8, "piece", "128.75", #""discount":0.2,"amount":824.00"#),
    line("WBD-0120", "Whiteboard, enamel, 120 × 90 cm", 3, "piece", "189.00", #""amount":567.00"#),
    line("PLT-0310", "Planter with fig tree, 140 cm", 4, "piece", "96.40", #""amount":385.60"#),
    line("KIT-0075", "Coffee machine, two groups", 1, "piece", "2890.00", #""discount":0.12,"amount":2543.20"#),
    line("DLV-0002", "Delivery and removal of packaging", 1, "piece", "240.00", #""amount":240.00"#),
  ]
  return #"{"number":"INV-2024-00731","issued":"2024-05-17","due":"2024-06-16","currency":"EUR","status":"sent","#
    + #""customer":{"id":90417,"name":"Söderström & Lundqvist Handels AB","email":"invoices@soderstrom-lundqvist.example","#
    + #""vatNumber":"SE556703748501","address":{"street":"Östra Hamngatan 41","city":"Göteborg","#
    + #""postalCode":"411 10","country":"SE"}},"lines":["# + lines.joined(separator: ",")
    + #"],"taxRate":0.25,"total":15199.10,"reverseCharge":false,"reference":"PO 4500018833","#
    + #""notes":["Goods remain ours until paid in full.","Order placed by phone on 2 May; see \"Frame agreement 7\"."]}"#
}()

/// The same invoice with a line for every member, as models like to write it.
public func prettyPrinted(_ text: String) -> String {
  var output = ""
  var depth = 0
  var inString = false
  var escaped = false
  func newLine() { output += "\n" + String(repeating: "  ", count: depth) }
  for character in text {
    if inString {
      output.append(character)
      if escaped {
        escaped = false
      } else if character == "\\" {
        escaped = true
      } else if character == "\"" {
        inString = false
      }
      continue
    }
    switch character {
    case "\"":
      inString = true
      output.append(character)
    case "{", "[":
      depth += 1
      output.append(character)
      newLine()
    case "}", "]":
      depth -= 1
      newLine()
      output.append(character)
    case ",":
      output.append(character)
      newLine()
    case ":": output += ": "
    default: output.append(character)
    }
  }
  return output
}
