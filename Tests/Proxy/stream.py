"""Sends a batch of two lines, the second only after the answer to the first is there, and prints how many answers came: stream.py PORT CERTIFICATE TOKEN."""
import socket
import ssl
import sys

port, certificate, token = int(sys.argv[1]), sys.argv[2], sys.argv[3]
line = b'{"as_of":"2026-11-22"}\n'
chunk = b"%x\r\n%s\r\n" % (len(line), line)
head = (
    "POST /v1/decisions:batch HTTP/1.1\r\nHost: support.example\r\nConnection: close\r\n"
    f"Authorization: Bearer {token}\r\nContent-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n\r\n"
)
context = ssl.create_default_context(cafile=certificate)
with context.wrap_socket(socket.create_connection(("127.0.0.1", port), timeout=10), server_hostname="support.example") as connection:
    connection.sendall(head.encode() + chunk)
    answer = b""
    try:
        while b'"line":1' not in answer:
            part = connection.recv(65536)
            if not part:
                sys.exit(f"closed: {answer[:200]!r}")
            answer += part
    except TimeoutError:
        print(f"最初の答えが来ない（{len(answer)} バイト）")
        sys.exit()
    connection.sendall(chunk + b"0\r\n\r\n")
    while part := connection.recv(65536):
        answer += part
print(answer.count(b'"line":'))
