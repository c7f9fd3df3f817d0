"""Decodes the invoice with msgspec and with pydantic, with every constraint that their types can say."""

import sys
import time
from typing import Annotated, Literal, Optional

import msgspec
import pydantic
from msgspec import Meta

Hundredths = Annotated[float, Meta(ge=0)]
Share = Annotated[float, Meta(ge=0, le=1)]
Text = Annotated[str, Meta(min_length=1, max_length=200)]
Date = Annotated[str, Meta(pattern=r"^\d{4}-\d{2}-\d{2}$")]


class Address(msgspec.Struct, forbid_unknown_fields=True):
    street: Text
    city: Text
    postalCode: Annotated[str, Meta(pattern=r"^[0-9A-Z -]{3,10}$")]
    country: Annotated[str, Meta(pattern=r"^[A-Z]{2}$")]


class Customer(msgspec.Struct, forbid_unknown_fields=True):
    id: Annotated[int, Meta(ge=1)]
    name: Text
    email: Annotated[str, Meta(pattern=r"^[a-z0-9._-]+@[a-z0-9.-]+\.[a-z]{2,}$")]
    address: Address
    vatNumber: Optional[Annotated[str, Meta(min_length=4, max_length=16)]] = None


class Line(msgspec.Struct, forbid_unknown_fields=True):
    sku: Annotated[str, Meta(pattern=r"^[A-Z]{3}-[0-9]{4}$")]
    description: Text
    quantity: Annotated[int, Meta(ge=1, le=10000)]
    unit: Literal["piece", "hour", "kilogram", "metre"]
    unitPrice: Hundredths
    amount: Hundredths
    discount: Optional[Share] = None


class Invoice(msgspec.Struct, forbid_unknown_fields=True):
    number: Annotated[str, Meta(pattern=r"^INV-[0-9]{4}-[0-9]{5}$")]
    issued: Date
    due: Date
    currency: Literal["EUR", "USD", "GBP", "SEK"]
    status: Literal["draft", "sent", "paid", "void"]
    customer: Customer
    lines: Annotated[list[Line], Meta(min_length=1, max_length=100)]
    taxRate: Share
    total: Hundredths
    reverseCharge: bool
    notes: Annotated[list[Annotated[str, Meta(min_length=1, max_length=500)]], Meta(max_length=20)]
    reference: Optional[Annotated[str, Meta(min_length=1, max_length=60)]] = None


class Strict(pydantic.BaseModel):
    model_config = pydantic.ConfigDict(extra="forbid", strict=True)


def field(kind, **constraints):
    return Annotated[kind, pydantic.Field(**constraints)]


class PydanticAddress(Strict):
    street: field(str, min_length=1, max_length=120)
    city: field(str, min_length=1, max_length=80)
    postalCode: field(str, pattern=r"^[0-9A-Z -]{3,10}$")
    country: field(str, pattern=r"^[A-Z]{2}$")


class PydanticCustomer(Strict):
    id: field(int, ge=1)
    name: field(str, min_length=1, max_length=80)
    email: field(str, pattern=r"^[a-z0-9._-]+@[a-z0-9.-]+\.[a-z]{2,}$")
    address: PydanticAddress
    vatNumber: Optional[field(str, min_length=4, max_length=16)] = None


class PydanticLine(Strict):
    sku: field(str, pattern=r"^[A-Z]{3}-[0-9]{4}$")
    description: field(str, min_length=1, max_length=200)
    quantity: field(int, ge=1, le=10000)
    unit: Literal["piece", "hour", "kilogram", "metre"]
    unitPrice: field(float, ge=0)
    amount: field(float, ge=0)
    discount: Optional[field(float, ge=0, le=1)] = None


class PydanticInvoice(Strict):
    number: field(str, pattern=r"^INV-[0-9]{4}-[0-9]{5}$")
    issued: field(str, pattern=r"^\d{4}-\d{2}-\d{2}$")
    due: field(str, pattern=r"^\d{4}-\d{2}-\d{2}$")
    currency: Literal["EUR", "USD", "GBP", "SEK"]
    status: Literal["draft", "sent", "paid", "void"]
    customer: PydanticCustomer
    lines: field(list[PydanticLine], min_length=1, max_length=100)
    taxRate: field(float, ge=0, le=1)
    total: field(float, ge=0)
    reverseCharge: bool
    notes: field(list[field(str, min_length=1, max_length=500)], max_length=20)
    reference: Optional[field(str, min_length=1, max_length=60)] = None


def median(decode, text, seconds):
    start = time.perf_counter()
    decode(text)
    first = time.perf_counter() - start
    count = max(1, int(seconds / 20 / max(first, 1e-9)))
    samples = []
    begin = time.perf_counter()
    while len(samples) < 5 or time.perf_counter() - begin < seconds:
        start = time.perf_counter()
        for _ in range(count):
            decode(text)
        samples.append((time.perf_counter() - start) / count)
    return sorted(samples)[len(samples) // 2]


def main():
    folder, seconds = sys.argv[1], float(sys.argv[2])
    contenders = {"msgspec": msgspec.json.Decoder(Invoice).decode, "pydantic": PydanticInvoice.model_validate_json}
    for name in ["invoice", "invoice-pretty"]:
        with open(f"{folder}/{name}.json", "rb") as file:
            text = file.read()
        for contender, decode in contenders.items():
            time_taken = median(decode, text, seconds) * 1e9
            print(f"decode {name}\t{contender}\t{time_taken}\t{len(text)}", flush=True)


main()
