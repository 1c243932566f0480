"""A real SMTP server on the loopback, which keeps the letters it takes."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import Message
from email.policy import default

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from tests.running import free_port


@dataclass
class PostOffice:
    """Where it answers, what it took, and a refusal it gives instead."""

    address: str = ""
    letters: list[Message] = field(default_factory=list)
    refusal: str = ""

    async def handle_DATA(self, _server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802
        if self.refusal:
            return self.refusal
        self.letters.append(message_from_bytes(bytes(envelope.content or b""), policy=default))
        return "250 OK"


@contextmanager
def post_office() -> Iterator[PostOffice]:
    """Yield a running server on a free port of the loopback, and end it."""
    office = PostOffice()
    controller = Controller(office, hostname="127.0.0.1", port=free_port())
    controller.start()
    try:
        office.address = f"smtp://127.0.0.1:{controller.port}?from=tiendo@huyen.example.vn"
        yield office
    finally:
        controller.stop()
