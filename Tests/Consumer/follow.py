#!/usr/bin/env python3
"""Does what pages say, word for word, in a folder: `follow.py FOLDER PAGE...`

A block that follows a line with a "`PATH`" and a colon at its end is written to that file; a block of sh is run with bash, with `typecast` and
a server that answers as Ollama does at hand. Pages are followed from their first such block to their last, but for what stands
below a heading that is named in LEFT_OUT. What fails ends it, with the page and the line."""

import http.server
import json
import os
import pathlib
import re
import subprocess
import sys
import threading
import time

# What needs a checkout, a key or a file that only its reader has.
LEFT_OUT = {
    "See it work", "Install", "Testing", "The command line", "Without models", "On the command line", "Where the key is",
    "When providers move", "In a test", "Which failure is which",
}
ANSWERS = {
    "a customer says": {"rating": 2, "sentiment": "negative", "complaints": ["It broke twice."]},
}


class Ollama(http.server.BaseHTTPRequestHandler):
    """Answers what it was told to, in one piece."""

    def do_POST(self):
        asked = self.rfile.read(int(self.headers["content-length"])).decode()
        answer = next((answer for part, answer in ANSWERS.items() if part in asked), None)
        body = json.dumps({
            "model": "llama3.2", "created_at": "2026-11-27T12:00:00Z", "done": True, "done_reason": "stop",
            "message": {"role": "assistant", "content": json.dumps(answer)}}).encode()
        self.send_response(200)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


def blocks(page):
    """The blocks of a page: line, heading, language, file and text."""
    heading, file, block = "", None, None
    for number, line in enumerate(page.read_text().splitlines(), 1):
        if block is not None:
            if line == "```":
                yield block[0], heading, block[1], file, "".join(part + "\n" for part in block[2])
                block, file = None, None
            else:
                block[2].append(line)
        elif line.startswith("```"):
            block = (number, line[3:], [])
        elif line.startswith("#"):
            heading = line.lstrip("# ")
        elif line.strip():
            named = re.findall(r"`([\w./-]+\.[a-z]+)`", line) if line.endswith(":") else None
            file = named[-1] if named else None


def main():
    folder, *pages = map(pathlib.Path, sys.argv[1:])
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Ollama)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    environment = dict(os.environ, OLLAMA_HOST=f"127.0.0.1:{server.server_address[1]}")
    environment.pop("TYPECAST_RECORD", None)
    count = 0
    for page in pages:
        for line, heading, language, file, text in blocks(page):
            if heading in LEFT_OUT:
                continue
            if file:
                path = folder / file
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text)
                print(f"{page.name}:{line}: {file}", flush=True)
            elif language == "sh":
                print(f"{page.name}:{line}: {text.strip()}", flush=True)
                start = time.monotonic()
                run = subprocess.run(
                    ["bash", "-euc", text], cwd=folder, env=environment, stdout=subprocess.PIPE,
                    stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL, text=True, errors="replace")
                if run.returncode != 0:
                    sys.exit(f"{run.stdout}\n{page}:{line}: this failed with {run.returncode}.")
                print(f"  {time.monotonic() - start:.0f} s; {run.stdout.strip().splitlines()[-1:]}", flush=True)
            else:
                continue
            count += 1
    if count < 10:
        sys.exit(f"{count} blocks are too few: the pages have another form than is known here.")
    print(f"{count} blocks were followed.")


main()
