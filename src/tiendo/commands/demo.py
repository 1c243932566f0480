"""tiendo demo: set the worked example up, or take it out again."""

import argparse

from django.utils import translation

from tiendo.accounts.clock import today
from tiendo.accounts.models import Role
from tiendo.commands.installation import bring_up_to_date
from tiendo.example import people, services


def run(args: argparse.Namespace) -> None:
    """Set up or remove, and say what is there now."""
    bring_up_to_date()
    print(_remove() if args.remove else _install())


def _install() -> str:
    plan = services.install(today=today(), with_registers=True)
    lines = [f"{plan.short_title} ({plan.locality}) — số liệu minh họa / illustrative figures", ""]
    lines += [
        f"  {username:17} {_role(role):36} {office}"
        for username, _name, role, office in people.PEOPLE
    ]
    lines += ["", f"  Mật khẩu chung / password for all: {people.PASSWORD}"]
    return "\n".join(lines)


def _role(role: Role) -> str:
    with translation.override("vi"):
        return f"{role.label} / {role.value}"


def _remove() -> str:
    removed = services.remove()
    if removed is None:
        return "Không có bản mẫu ở đây. / The worked example is not here."
    if removed.whole:
        return "Đã gỡ bản mẫu. / The worked example is out."
    return (
        "Đã gỡ kế hoạch mẫu; cơ quan, tài khoản và các sổ ở lại vì có kế hoạch khác dùng đến.\n"
        "The example's plan is out; offices, accounts and registers stay because other plans use them."
    )
