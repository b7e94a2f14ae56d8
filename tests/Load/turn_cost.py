#!/usr/bin/env python3
"""What a turn costs PostgreSQL, in counts that do not depend on how busy the machine is.

usage: turn_cost.py HOST_DLL [TURNS] [PORT]

Starts a PostgreSQL server of its own and the service (FlowEngine.Api.dll, Debug or Release) with the demo tenants, and talks one turn after the
other. Between them stands a proxy that counts what the service sends: messages that end in an answer (round trips), statements that are run,
resets of leased connections, statements that are parsed, transactions begun by hand. WAL is the difference of pg_current_wal_lsn().
Prints a Markdown table. Needs PostgreSQL's programs and setpriv (util-linux) where it runs as root.
"""
import asyncio
import glob
import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.request

HOST = os.path.abspath(sys.argv[1])
TURNS = int(sys.argv[2]) if len(sys.argv) > 2 else 200
PORT = int(sys.argv[3]) if len(sys.argv) > 3 else 5200
PROGRAMS = sorted(glob.glob("/usr/lib/postgresql/*/bin"))[-1]
WARM_UP = 40
TURNS_OF_A_CONVERSATION = 10
QUESTIONS = ["which pallet trucks are there?", "and under 500?", "do you have a stacker?", "how long is the guarantee?", "thank you"]
COUNTED = ["round trips", "statements", "resets", "parses", "begins"]


class Proxy:
    """Passes bytes on and reads the frontend's messages on the way."""

    def __init__(self, socket_path):
        self.socket_path = socket_path
        self.counts = dict.fromkeys(COUNTED, 0)
        self.sql = {}

    def start(self, port):
        loop = asyncio.new_event_loop()
        ready = threading.Event()

        async def serve():
            self.server = await asyncio.start_server(self.connected, "127.0.0.1", port)
            ready.set()

        loop.create_task(serve())
        threading.Thread(target=loop.run_forever, daemon=True).start()
        if not ready.wait(10):
            raise SystemExit(f"port {port} is taken")

    async def connected(self, reader, writer):
        up_reader, up_writer = await asyncio.open_unix_connection(self.socket_path)
        await asyncio.gather(self.forward(reader, up_writer), self.back(up_reader, writer))

    async def back(self, reader, writer):
        while data := await reader.read(65536):
            writer.write(data)
            await writer.drain()
        writer.close()

    async def forward(self, reader, writer):
        buffer, started = b"", False
        while data := await reader.read(65536):
            writer.write(data)
            await writer.drain()
            buffer += data
            resets = False
            trips = 0
            while True:
                if not started:
                    # The startup message, and the question for encryption before it, have no type.
                    if len(buffer) < 8 or len(buffer) < int.from_bytes(buffer[:4], "big"):
                        break
                    size, code = int.from_bytes(buffer[:4], "big"), int.from_bytes(buffer[4:8], "big")
                    buffer = buffer[size:]
                    started = code == 196608
                    continue
                if len(buffer) < 5 or len(buffer) < 1 + int.from_bytes(buffer[1:5], "big"):
                    break
                size = 1 + int.from_bytes(buffer[1:5], "big")
                kind, body = buffer[:1], buffer[5:size]
                buffer = buffer[size:]
                if kind == b"Q":
                    text = body.rstrip(b"\0").decode()
                    if "DISCARD" in text or "RESET ALL" in text:
                        # Sent in front of the next statement: no round trip of its own.
                        resets = True
                        self.counts["resets"] += 1
                        self.counts["statements"] += len([one for one in text.split(";") if one.strip()])
                    else:
                        self.counts["begins"] += text.startswith("BEGIN")
                        self.counts["statements"] += 1
                        trips += 1
                elif kind == b"P":
                    self.counts["parses"] += 1
                elif kind == b"E":
                    self.counts["statements"] += 1
                elif kind == b"S":
                    trips += 1
            # What is sent in one go is answered in one go.
            self.counts["round trips"] += min(trips, 1) if trips or not resets else 0
        writer.close()


def as_nobody(command):
    return ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", *command] if os.getuid() == 0 else command


def call(method, path, key, body=None):
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(
        f"http://127.0.0.1:{PORT + 1}{path}", method=method, data=data,
        headers={"Authorization": f"Bearer {key}", "Content-Type": "application/json"})
    with urllib.request.urlopen(request, timeout=120) as response:
        return json.load(response)


def psql(folder, sql):
    return subprocess.run(
        [f"{PROGRAMS}/psql" if os.path.exists(f"{PROGRAMS}/psql") else "psql", "-h", folder, "-U", "flowengine", "-d", "flowengine", "-Atc", sql],
        capture_output=True, text=True, check=True).stdout.strip()


def node(number, name, data, following):
    return {
        "id": number, "name": name, "data": data, "class": name, "html": "", "typenode": False, "pos_x": 0, "pos_y": 0,
        "inputs": {} if number == 1 else {"input_1": {"connections": [{"node": str(number - 1), "input": "output_1"}]}},
        "outputs": {"output_1": {"connections": [{"node": str(following), "output": "input_1"}]}} if following else {},
    }


ECHO = {"drawflow": {"Home": {"data": {
    "1": node(1, "welcome", {"welcome_message": "Hello"}, 2), "2": node(2, "message", {"content": "{{message}}"}, 3), "3": node(3, "end", {}, None)}}}}

SCENARIOS = [
    ("V2, echo flow", "/api/v2/chat/messages", "echo"),
    ("V2, shop flow", "/api/v2/chat/messages", "shop-assistant"),
    ("V1", "/api/v1/chat/messages", None),
]


def talk(path, flow, name, turns):
    for turn in range(turns):
        body = {"content": QUESTIONS[turn % len(QUESTIONS)], "sessionId": f"{name}-{turn // TURNS_OF_A_CONVERSATION}"}
        call("POST", path, "demo-chat", body if flow is None else {**body, "flow": flow})


def main():
    folder = tempfile.mkdtemp(prefix="turn-cost-", dir="/tmp")
    os.chmod(folder, 0o777)
    log = open(f"{folder}/log", "ab")
    server = host = None
    try:
        subprocess.run(
            as_nobody([f"{PROGRAMS}/initdb", "-D", f"{folder}/data", "-U", "flowengine", "--auth=trust", "--no-sync", "-E", "UTF8", "--locale=C"]),
            check=True, stdout=log, stderr=log)
        server = subprocess.Popen(
            as_nobody([
                f"{PROGRAMS}/postgres", "-D", f"{folder}/data", "-c", "listen_addresses=", "-c", f"unix_socket_directories={folder}",
                "-c", "autovacuum=off", "-c", "full_page_writes=off", "-c", "checkpoint_timeout=1h"]), stdout=log, stderr=log)
        socket_path = f"{folder}/.s.PGSQL.5432"
        while not os.path.exists(socket_path):
            time.sleep(0.1)
        proxy = Proxy(socket_path)
        proxy.start(PORT)
        host = subprocess.Popen(
            ["dotnet", HOST, f"--urls=http://127.0.0.1:{PORT + 1}", "--FlowEngine:Database:Provider=postgresql", "--FlowEngine:Limits:MaxSeconds=60",
             f"--FlowEngine:Database:ConnectionString=Host=127.0.0.1;Port={PORT};Username=flowengine;Database=flowengine;SSL Mode=Disable"],
            env={**os.environ, "ASPNETCORE_ENVIRONMENT": "Development"}, cwd=os.path.dirname(HOST), stdout=log, stderr=log)
        began = time.time()
        while True:
            try:
                call("GET", "/api/health/ready", "demo-chat")
                break
            except (urllib.error.URLError, OSError) as fault:
                if time.time() - began > 180 or host.poll() is not None:
                    raise SystemExit(f"the service does not start: {fault}; {open(f'{folder}/log').read()[-3000:]}") from fault
                time.sleep(0.5)
        saved = call("PUT", "/api/flows/echo", "demo-design", ECHO)
        call("POST", f"/api/flows/echo/versions/{saved['version']}/publish", "demo-design", {})
        print(f"{TURNS} turns each, one after the other, {TURNS_OF_A_CONVERSATION} a conversation; per turn:\n")
        print(f"| turn | {' | '.join(COUNTED)} | WAL, bytes |\n| --- | {'---: | ' * (len(COUNTED) + 1)}".rstrip())
        for title, path, flow in SCENARIOS:
            talk(path, flow, f"warm-{flow}", WARM_UP)
            time.sleep(1)
            before, lsn = dict(proxy.counts), psql(folder, "SELECT pg_current_wal_lsn()")
            talk(path, flow, f"turn-{flow}", TURNS)
            after, wal = dict(proxy.counts), psql(folder, f"SELECT pg_current_wal_lsn() - '{lsn}'")
            cells = [f"{(after[name] - before[name]) / TURNS:.1f}" for name in COUNTED]
            print(f"| {title} | {' | '.join(cells)} | {float(wal) / TURNS:,.0f} |", flush=True)
    finally:
        for process in (host, server):
            if process is not None:
                process.terminate()
                process.wait(60)
        log.close()
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
