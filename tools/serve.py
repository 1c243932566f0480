"""`make run`: set up, load the worked example, serve it on this machine."""

import os
import socket
import subprocess
from typing import NoReturn

from tools import packages
from tools.assets import bring_assets
from tools.places import ROOT, VENV
from tools.terminal import environment, stop

TIENDO = VENV / "bin" / "tiendo"


def run(port_text: str) -> NoReturn:
    """Serve the product with the worked example at 127.0.0.1 until Ctrl-C."""
    port = _free_port(port_text)
    packages.require_writable()
    packages.install("main")
    bring_assets()
    packages.compile_catalogues()
    env = environment()
    print("  Cơ sở dữ liệu và ví dụ mẫu / Database and worked example …\n", flush=True)
    if subprocess.run([TIENDO, "demo"], cwd=ROOT, env=env, check=False).returncode:
        stop("Chưa nạp được ví dụ mẫu.", "The worked example could not be loaded.")
    _free_port(port_text)
    os.chdir(ROOT)
    os.execve(TIENDO, [str(TIENDO), "serve", "--port", str(port)], env)


def _free_port(text: str) -> int:
    """Return the port as a number; stop when it is none, or when somebody listens there."""
    if not text.isdecimal() or not 0 < int(text) < 65536:
        stop(
            f"PORT={text} không phải là số cổng (1–65535).",
            f"PORT={text} is not the number of a port (1–65535).",
        )
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", int(text)))
        except PermissionError:
            stop(
                f"Không được phép mở cổng {text}; hãy chọn cổng từ 1024: make run PORT=8080",
                f"Port {text} may not be opened; choose one from 1024 on: make run PORT=8080",
            )
        except OSError:
            stop(
                f"Cổng {text} đang có chương trình khác dùng; hãy chọn cổng khác: make run PORT=8001",
                f"Port {text} is in use by another program; choose another: make run PORT=8001",
            )
    return int(text)
