/// The schema that the hand-made decoder of `Invoice` follows, keyword by keyword.
public let invoiceSchema = #"""
  {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "type": "object",
    "required": [
      "number", "issued", "due", "currency", "status", "customer", "lines", "taxRate", "total", "reverseCharge", "notes"
    ],
    "additionalProperties": false,
    "properties": {
      "number": {"type": "string", "pattern": "^INV-[0-9]{4}-[0-9]{5}$"},
      "issued": {"$ref": "#/$defs/date"},
      "due": {"$ref": "#/$defs/date"},
      "currency": {"enum": ["EUR", "USD", "GBP", "SEK"]},
      "status": {"enum": ["draft", "sent", "paid", "void"]},
      "customer": {"$ref": "#/$defs/customer"},
      "lines": {"type": "array", "minItems": 1, "maxItems": 100, "items": {"$ref": "#/$defs/line"}},
      "taxRate": {"type": "number", "minimum": 0, "maximum": 1},
      "total": {"$ref": "#/$defs/amount"},
      "reverseCharge": {"type": "boolean"},
      "reference": {"type": ["string", "null"], "minLength": 1, "maxLength": 60},
      "notes": {"type": "array", "maxItems": 20, "items": {"type": "string", "maxLength": 500}}
    },
    "$defs": {
      "date": {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
      "amount": {"type": "number", "minimum": 0, "maximum": 10000000},
      "customer": {
        "type": "object",
        "required": ["id", "name", "email", "address"],
        "additionalProperties": false,
        "properties": {
          "id": {"type": "integer", "minimum": 1},
          "name": {"type": "string", "minLength": 1, "maxLength": 80},
          "email": {"type": "string", "pattern": "^[^@\\s]+@[^@\\s]+$"},
          "vatNumber": {"type": "string", "minLength": 4, "maxLength": 16},
          "address": {"$ref": "#/$defs/address"}
        }
      },
      "address": {
        "type": "object",
        "required": ["street", "city", "postalCode", "country"],
        "additionalProperties": false,
        "properties": {
          "street": {"type": "string", "minLength": 1, "maxLength": 120},
          "city": {"type": "string", "minLength": 1, "maxLength": 80},
          "postalCode": {"type": "string", "pattern": "^[0-9A-Z][0-9A-Z -]{2,9}$"},
          "country": {"type": "string", "pattern": "^[A-Z]{2}$"}
        }
      },
      "line": {
        "type": "object",
        "required": ["sku", "description", "quantity", "unit", "unitPrice", "amount"],
        "additionalProperties": false,
        "properties": {
          "sku": {"type": "string", "pattern": "^[A-Z]{3}-[0-9]{4}$"},
          "description": {"type": "string", "minLength": 1, "maxLength": 200},
          "quantity": {"type": "integer", "minimum": 1, "maximum": 10000},
          "unit": {"enum": ["piece", "hour", "kilogram", "metre"]},
          "unitPrice": {"$ref": "#/$defs/amount"},
          "discount": {"type": "number", "minimum": 0, "maximum": 1},
          "amount": {"$ref": "#/$defs/amount"}
        }
      }
    }
  }
  """#
