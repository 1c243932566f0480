"""Files fetched by npm from a lock without addresses: the few that are served, and what letters look like."""

import gzip
import re
import shutil
import subprocess
from itertools import product
from pathlib import Path

from tools.packages import install_node
from tools.places import BOOT, LETTERS, VENDOR, WEB
from tools.terminal import environment, fetch, step

OLDEST_NODE = 18

# Everything that is served and not ours: font files, named as in their npm packages.
SERVED = [
    f"@fontsource/{family}/files/{family}-{script}-{weight}-normal.woff2"
    for family, scripts, weights in (
        ("be-vietnam-pro", ("vietnamese", "latin", "latin-ext"), (400, 500, 600)),
        ("inter", ("latin",), (400, 500, 600, 700)),
        ("tinos", ("vietnamese", "latin", "latin-ext"), (400, 700)),
    )
    for script, weight in product(scripts, weights)
]
# The same face whole, for pictures of charts: typst reads no woff2, and takes no letter from a second file.
WHOLE = {
    f"@expo-google-fonts/be-vietnam-pro/{name}/BeVietnamPro_{name}.ttf": f"be-vietnam-pro-{name}.ttf"
    for name in ("400Regular", "500Medium", "600SemiBold")
}
# Their licences go with them.
LICENCES = {
    f"@fontsource/{family}/LICENSE": f"{family}-LICENSE.txt"
    for family in ("be-vietnam-pro", "inter", "tinos")
}
# Leaflet moves maps and draws on them; its sheet names the pictures by their folder.
LEAFLET = {
    "leaflet/dist/leaflet.js": "leaflet.js",
    "leaflet/dist/leaflet.css": "leaflet.css",
    **{f"leaflet/dist/images/{name}.png": f"images/{name}.png" for name in ("layers", "layers-2x")},
    "leaflet/dist/images/marker-icon.png": "images/marker-icon.png",
    "leaflet/LICENSE": "leaflet-LICENSE.txt",
}
SOURCE_MAP = re.compile(r"\n//# sourceMappingURL=\S+\s*$")  # of a file that is not served
# What Tesseract knows of Vietnamese letters, for reading scans.
MODEL = "@tesseract.js-data/vie/4.0.0_best_int/vie.traineddata.gz"


def bring_assets() -> None:
    """Copy the served files into the static folder of `ui`, and unpack what reading scans needs.

    Nothing is done when they are there.
    """
    mark = VENDOR / ".installed"
    targets = {name: Path(name).name for name in SERVED} | WHOLE | LICENCES | LEAFLET
    wanted = (WEB / "package-lock.json").read_text("utf-8") + "\n".join([*targets, MODEL])
    if mark.exists() and mark.read_text("utf-8") == wanted and LETTERS.exists():
        return
    install_npm_packages(
        WEB, "Phông chữ, bản đồ, dữ liệu nhận dạng chữ / Fonts, maps, data for reading scans"
    )
    shutil.rmtree(VENDOR, ignore_errors=True)
    (VENDOR / "images").mkdir(parents=True)
    for name, target in targets.items():
        shutil.copyfile(WEB / "node_modules" / name, VENDOR / target)
    script = VENDOR / "leaflet.js"
    script.write_text(SOURCE_MAP.sub("\n", script.read_text("utf-8")), encoding="utf-8")
    LETTERS.parent.mkdir(parents=True, exist_ok=True)
    LETTERS.write_bytes(gzip.decompress((WEB / "node_modules" / MODEL).read_bytes()))
    mark.write_text(wanted, encoding="utf-8")


def install_npm_packages(folder: Path, what: str) -> None:
    """Install exactly what the lock in `folder` says; no script of a package is run."""
    folders = find_node()
    if folders is None:
        with step("Node"):
            install_node()
        folders = BOOT / "bin"
    with step(what):
        env = environment()
        env["PATH"] = f"{folders}:{env.get('PATH', '')}"
        flags = ("--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error")
        fetch([folders / "npm", "ci", *flags], cwd=folder, env=env)


def find_node() -> Path | None:
    """Return the folder of a Node and npm that are new enough, the machine's own before ours."""
    for folder in (shutil.which("node") or "", str(BOOT / "bin" / "node")):
        node = Path(folder)
        if node.is_file() and (node.parent / "npm").exists() and _major(node) >= OLDEST_NODE:
            return node.parent
    return None


def _major(node: Path) -> int:
    said = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
    found = re.match(r"v(\d+)", said)
    return int(found[1]) if found else 0
