"""A Valkey or Redis server that lives as long as a `with` block, and can be away meanwhile."""

import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from tests import programs


class CacheServer:
    def __init__(self, port: int):
        self.port, self.url = port, f"redis://127.0.0.1:{port}/0"
        self._process = None

    def start(self) -> None:
        program = programs.cache_server()
        options = ["--port", str(self.port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"]
        self._process = subprocess.Popen(
            [program, *options], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, cwd="/tmp"
        )
        for _ in range(200):
            with suppress(OSError), socket.create_connection(("127.0.0.1", self.port), 1):
                return
            if self._process.poll() is not None:
                break
            time.sleep(0.02)
        raise AssertionError("the cache server does not start")

    def stop(self) -> None:
        if self._process:
            self._process.kill()
            self._process.wait()
            self._process = None


@contextmanager
def throwaway_cache() -> Iterator[CacheServer]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = CacheServer(port)
    try:
        server.start()
        yield server
    finally:
        server.stop()
