"""Loads a cassette of 100 exchanges with vcrpy, and plays each of them, found by its body."""

import pathlib
import statistics
import sys
import time

from vcr.cassette import Cassette
from vcr.matchers import body as by_body
from vcr.matchers import method, uri
from vcr.request import Request

COUNT = 100
URL = "http://127.0.0.1:11434/v1/chat/completions"
HEADERS = {"content-type": "application/json"}


def request(number):
    content = f"What is number {number}?"
    text = f'{{"model":"m","messages":[{{"role":"user","content":"{content}"}}],"temperature":0}}'
    return Request("POST", URL, text.encode(), HEADERS)


def answer(number):
    text = (
        f'{{"id":"chatcmpl-{number}","object":"chat.completion","created":1790000000,"model":"m","choices":[{{"index":0,'
        f'"message":{{"role":"assistant","content":"It is number {number}, as you said."}},"finish_reason":"stop"}}],'
        '"usage":{"prompt_tokens":12,"completion_tokens":9,"total_tokens":21}}'
    )
    return {"status": {"code": 200, "message": "OK"}, "headers": {"content-type": ["application/json"]},
            "body": {"string": text.encode()}}


def main():
    folder = pathlib.Path(sys.argv[1])
    path = folder / f"cassette-{COUNT}.yaml"
    matchers = (method, uri, by_body)
    cassette = Cassette(str(path), match_on=matchers)
    for number in range(COUNT):
        cassette.append(request(number), answer(number))
    cassette._save(force=True)
    samples = []
    for _ in range(3):
        start = time.perf_counter_ns()
        loaded = Cassette.load(path=str(path), match_on=matchers)
        for number in range(COUNT):
            if len(loaded.play_response(request(number))["body"]["string"]) < 100:
                raise SystemExit("vcrpy gives no answer.")
        samples.append(time.perf_counter_ns() - start)
    print(f"replay {COUNT}\tvcrpy (Python)\t{statistics.median(samples)}\t{path.stat().st_size}")


main()
