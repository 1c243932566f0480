"""tiendo seal: close the new lines of the history; the running product does it by itself every minute."""

import argparse

from tiendo.cli import Refused
from tiendo.commands.installation import bring_up_to_date
from tiendo.history import sealing


def run(_args: argparse.Namespace) -> None:
    """Seal what is new. Raises Refused while a long write is under way."""
    bring_up_to_date()
    sealed = sealing.seal()
    if sealed is None:
        raise Refused(
            "Đang có thao tác ghi kéo dài, chưa niêm phong. Thử lại sau một phút.\n"
            "A long write is under way, nothing was sealed. Try again in a minute."
        )
    print(f"Đã niêm phong {sealed} dòng lịch sử. / {sealed} changes sealed.")
