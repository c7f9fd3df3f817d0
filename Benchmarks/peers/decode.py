"""Decodes the invoice with msgspec, with every constraint that its types can say."""

import sys
import time
from typing import Annotated, Literal, Optional

import msgspec
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
    decode = msgspec.json.Decoder(Invoice).decode
    for name in ["invoice", "invoice-pretty"]:
        with open(f"{folder}/{name}.json", "rb") as file:
            text = file.read()
        print(f"decode {name}\tmsgspec\t{median(decode, text, seconds) * 1e9}\t{len(text)}", flush=True)


main()
