import Schemas
import Testing
import TypecastModels
import TypecastTesting

@Test(.cassette("ollama/invoice")) func invoiceOfTea() async throws {
  let client = InvoiceClient(try RemoteModel("ollama:llama3.2"))
  let text = "Invoice T-7, 26 November 2026. Tea & Leaf to Ada: 2 bags of tea at 1.50, with tax of 0.75: EUR 3.75."
  let invoice = try await client.extract(text: text).value
  #expect(invoice.total == 3.75)
}
