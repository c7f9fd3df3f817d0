import Schemas

// What a user would try first: a value from a text, one by hand, and what is wrong with another text.
let ticket = try Ticket(json: #"{"subject": "Printer on fire", "priority": "high", "opened": "2026-11-26"}"#)
print(ticket.subject, ticket.priority, ticket.opened.map(\.text) ?? "never")
var answer = Ticket(subject: "", priority: .low, parent: ticket)
print(answer.json)
do {
  try answer.validate()
} catch {
  print(error)
}
answer.subject = "Water sent"
try answer.validate()
do {
  _ = try Ticket(json: #"{"subject": "x", "prioritty": "high", "tags": ["a", "a"]}"#)
} catch {
  print(error)
}
