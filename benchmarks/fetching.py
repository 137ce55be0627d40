"""Files fetched as a browser fetches them: some connections, kept open, packed where offered."""

import asyncio

CONNECTIONS = 6  # at once to one host, as browsers do


async def fetch_all(host, port, paths, cookies):
    """Fetch every path; the bytes that travelled. What is not answered 200 is an error."""
    waiting = list(reversed(paths))
    crowd = (_fetch_some(host, port, waiting, cookies) for _ in range(CONNECTIONS))
    return sum(await asyncio.gather(*crowd))


async def _fetch_some(host, port, waiting, cookies):
    reader, writer = await asyncio.open_connection(host, port)
    travelled = 0
    while waiting:
        path = waiting.pop()
        asked = f"GET {path} HTTP/1.1\r\nHost: {host}:{port}\r\nAccept-Encoding: gzip\r\n"
        writer.write(f"{asked}Cookie: {cookies}\r\n\r\n".encode())
        head = await reader.readuntil(b"\r\n\r\n")
        status, *fields = head.decode("latin-1").split("\r\n")
        if " 200 " not in status:
            raise RuntimeError(f"{path}: {status}")
        told = dict(field.lower().split(": ", 1) for field in fields if field)
        travelled += len(head) + len(await reader.readexactly(int(told["content-length"])))
    writer.close()
    return travelled
