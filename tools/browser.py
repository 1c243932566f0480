"""A real Chromium for the browser tests: the machine's own, else from Debian's packages, else from npm."""

import os
import shutil
import subprocess

from tests.browser.chromium import find_chromium, find_node
from tools import assets
from tools.packages import install_node
from tools.places import CHROMIUM, WEB
from tools.terminal import NotFetched, environment, fetch, step

PACKAGE = WEB / "browser" / "node_modules" / "@sparticuz" / "chromium" / "bin"
UNPACK = WEB / "browser" / "unpack.mjs"
# The packed files, and the folder each archive is laid out in.
PARTS = {"chromium": ".", "al2023.tar": "al2023", "fonts.tar": "fonts", "swiftshader.tar": "."}
FONTS = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">.</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
"""


def bring_chromium() -> None:
    """See to it that tests find a Chromium and a Node to drive it, if that can be done here at all."""
    if not find_node():
        install_node()
        find_node.cache_clear()
    if find_chromium():
        return
    if apt_get("chromium"):
        find_chromium.cache_clear()
    if not find_chromium():
        try:
            _unpack_from_npm()
        except NotFetched as failure:
            print(f"\n  no Chromium could be brought: {failure}")
        find_chromium.cache_clear()


def apt_get(*packages: str) -> bool:
    """Install Debian packages if this command may; return whether it did."""
    root = [] if os.geteuid() == 0 else ["sudo", "-n"]
    if not shutil.which("apt-get") or (root and not _sudo_answers()):
        return False
    env = environment(DEBIAN_FRONTEND="noninteractive")
    install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages]
    with step(f"apt-get install {' '.join(packages)}"):
        for command in (["apt-get", "update", "-qq"], install):
            done = subprocess.run([*root, *command], env=env, capture_output=True, check=False)
    return done.returncode == 0


def _sudo_answers() -> bool:
    """Whether sudo lets us in without asking for a password."""
    command = ["sudo", "-n", "true"]
    return (
        bool(shutil.which("sudo"))
        and not subprocess.run(command, capture_output=True, check=False).returncode
    )


def _unpack_from_npm() -> None:
    """Put `chromium`, its drawing libraries, `al2023/lib` and `fonts` of @sparticuz/chromium into .chromium/."""
    assets.install_npm_packages(WEB / "browser", "Chromium (npm)")
    node = assets.find_node()
    with step("Chromium, giải nén / unpacked"):
        shutil.rmtree(CHROMIUM, ignore_errors=True)
        CHROMIUM.mkdir()
        for name, folder in PARTS.items():
            target = CHROMIUM / name
            fetch([f"{node}/node", UNPACK, PACKAGE / f"{name}.br", target])
            if target.suffix == ".tar":
                shutil.unpack_archive(target, CHROMIUM / folder, "tar")
                target.unlink()
    (CHROMIUM / "fonts" / "fonts.conf").write_text(FONTS, encoding="utf-8")
