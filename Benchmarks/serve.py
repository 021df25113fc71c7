#!/usr/bin/env python3
"""Times how long `gazette serve` and `hugo server` take from saving a post to its new bytes.

    serve.py --gazette .build/release/gazette [--pages 10000] [--edits 9] [--work DIR]

Both serve the same blog from a folder in memory if there is one, one after the other. A word is added
to a post at a random moment, as Hugo's server gathers changes by a clock of its own; the post is then
asked for again and again, on one connection, until it shows the word. Medians of the edits; CPU is that
of the server from the edit until a second after, memory its largest resident set.
"""
import argparse
import http.client
import os
import pathlib
import random
import re
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time

from bench import HERE, hugo_binary

PATIENCE = 120


class Server:
    """A server that runs, and the address of the blog's posts."""

    def __init__(self, command, port=None):
        self.log = tempfile.TemporaryFile("w+")
        self.process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=self.log, text=True)
        self.port = port or self.told_port()

    def told_port(self):
        for line in self.process.stdout:
            found = re.search(r"http://localhost:(\d+)/", line)
            if found:
                return int(found.group(1))
        sys.exit("serve: the server ended before it served")

    def connect(self):
        """A connection once the server answers; it may still be building."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            try:
                connection = http.client.HTTPConnection("localhost", self.port, timeout=PATIENCE)
                connection.connect()
                connection.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                return connection
            except OSError:
                time.sleep(0.05)
        sys.exit("serve: the server does not answer")

    def usage(self):
        """CPU seconds so far and MiB at most."""
        stat = pathlib.Path(f"/proc/{self.process.pid}/stat").read_text().rsplit(")", 1)[1].split()
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        peak = int(re.search(r"VmHWM:\s+(\d+)", status).group(1))
        return (int(stat[11]) + int(stat[12])) / os.sysconf("SC_CLK_TCK"), peak / 1024

    def stop(self):
        self.process.terminate()
        self.process.wait()


def get(connection, path):
    """The page; nothing if it was cut off, as Hugo's are now and then while they change."""
    try:
        connection.request("GET", path)
        return connection.getresponse().read()
    except (http.client.HTTPException, ConnectionError):
        connection.close()
        return b""


def time_edits(server, posts, address, edits):
    """Wall and CPU seconds of each edit, and MiB."""
    generator = random.Random(7)
    connection = server.connect()
    end = time.monotonic() + PATIENCE
    while b"<html" not in get(connection, address(posts[0])):
        if time.monotonic() > end:
            sys.exit("serve: the blog is not served")
        time.sleep(0.05)
    time.sleep(3)
    results = []
    for number in range(edits + 1):
        post = posts[generator.randrange(len(posts))]
        word = f"marker{number}x{generator.randrange(10**9)}"
        text = post.read_text(encoding="utf-8") + f"\nEdited {word}.\n"
        get(connection, address(post))
        time.sleep(2 + generator.random())
        before = server.usage()[0]
        start = time.monotonic()
        post.write_text(text, encoding="utf-8")
        while word.encode() not in get(connection, address(post)):
            if time.monotonic() - start > PATIENCE:
                sys.exit("serve: the edit is never served")
            time.sleep(0.001)
        wall = time.monotonic() - start
        time.sleep(1)
        results.append((wall, server.usage()[0] - before))
    # The first one brings things into memory.
    return results[1:], server.usage()[1]


def free_port():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gazette", type=pathlib.Path, required=True)
    parser.add_argument("--pages", type=int, default=10000)
    parser.add_argument("--edits", type=int, default=9)
    parser.add_argument("--work", type=pathlib.Path)
    parser.add_argument("--only", choices=["gazette", "hugo"])
    arguments = parser.parse_args()
    memory = pathlib.Path("/dev/shm")
    base = arguments.work or (memory if memory.is_dir() else pathlib.Path(tempfile.gettempdir()))
    work = pathlib.Path(tempfile.mkdtemp(prefix="gazette-serve-", dir=base))
    try:
        subprocess.run([sys.executable, HERE / "corpus.py", "--pages", str(arguments.pages),
                        "--out", work], check=True)
        print("| pages | server | wall s, median | least | most | CPU s | MiB |")
        print("|--:|---|--:|--:|--:|--:|--:|")
        medians = {}
        for tool in ["gazette", "hugo"]:
            if arguments.only in (None, tool):
                medians[tool] = run(tool, work, arguments)
        if len(medians) == 2:
            ratios = [ours / theirs for ours, theirs in zip(medians["gazette"], medians["hugo"])]
            print(f"| | ratio | {ratios[0]:.3f} | | | {ratios[1]:.3f} | {ratios[2]:.2f} |")
    finally:
        shutil.rmtree(work, ignore_errors=True)


def run(tool, work, arguments):
    posts = sorted((work / tool / "content/blog").glob("*.md"))
    posts = [post for post in posts if not post.name.startswith("_")]
    if tool == "gazette":
        server = Server([str(arguments.gazette.resolve()), "serve", "--source",
                         str(work / tool), "--at", "2025-06-01", "--port", "0"])
    else:
        port = free_port()
        server = Server([str(hugo_binary()), "server", "--source", str(work / tool), "--port",
                         str(port)], port)
    try:
        results, peak = time_edits(server, posts, lambda post: f"/blog/{post.stem}/",
                                   arguments.edits)
    finally:
        server.stop()
    walls, cpus = zip(*results)
    median = (statistics.median(walls), statistics.median(cpus), peak)
    print(f"| {arguments.pages:,} | {tool} | {median[0]:.3f} | {min(walls):.3f} | "
          f"{max(walls):.3f} | {median[1]:.3f} | {peak:.0f} |", flush=True)
    return median


if __name__ == "__main__":
    main()
