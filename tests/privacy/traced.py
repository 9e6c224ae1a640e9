"""What a child did to files and the network: watched by strace, or by Python itself."""

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from tests.privacy.folders import Folders

STRACE = (
    *("strace", "-ff", "-qq", "-s", "100000", "-e"),
    "trace=network,file,fchmod,write,pwrite64,writev,pwritev,sendto,sendmsg",
)

ALLOWED = {
    "home/data/guidance-app": "where records are kept, and their backups",
    "home/config/guidance-app": "where settings are kept",
    "export": "where this person saves notes",
    "tmp/guidance-app-": "the socket by which a second start raises the first",
    "tmp/.": "the folder that Qt makes that socket in, and takes away again",
    "home/cache/fontconfig": "which typefaces there are, kept by the system's own library",
    "home/.cache/fontconfig": "the same, where no variable says otherwise",
}
"""Where under its own folders a child may write, and why."""

DEVICES = {
    "/dev/null": "nothing is kept there",
    "/dev/tty": "where a passphrase is asked for",
    "/dev/shm/": "memory that Qt shares with what draws the screen",  # noqa: S108
    "/dev/dri/": "what draws the screen",
    "/proc/self/fd/": "a file without a name that is given one",
}
"""Where else, and why."""

_WRITING = re.compile(r"O_(?:WRONLY|RDWR|CREAT|TRUNC|APPEND|TMPFILE)")
_OPENED = re.compile(r'^open(?:at|at2)?\(.*?"(?P<path>(?:[^"\\]|\\.)*)", (?P<flags>[^)]*)\)')
_CHANGING = re.compile(
    r"^(?:creat|mkdir|mkdirat|rename|renameat|renameat2|link|linkat|symlink|symlinkat|unlink"
    r"|unlinkat|rmdir|truncate|mknod|mknodat|chmod|fchmodat|chown|lchown|fchownat|utimensat"
    r"|setxattr|lsetxattr|bind)\("
)
_STRING = re.compile(r'"((?:[^"\\]|\\.)*)"')
_SENDING = re.compile(r"^(?:write|pwrite64|writev|pwritev|sendto|sendmsg)\((?P<to>\d+)")


@cache
def why_no_strace() -> str:
    """Return why nothing can be watched by strace here, or nothing."""
    if shutil.which("strace") is None:
        return "strace is not installed"
    tried = subprocess.run(["strace", "-qq", "-o", "/dev/null", "true"], check=False)  # noqa: S607
    return "" if tried.returncode == 0 else "this computer lets nothing be watched by strace"


@dataclass(frozen=True)
class Traced:
    """Every call that a child and its threads made, one a line."""

    folders: Folders
    calls: tuple[str, ...]

    @property
    def changed(self) -> set[str]:
        """The paths that were opened for writing, made, moved, changed or taken away."""
        return set(self._changed())

    @property
    def connected(self) -> list[str]:
        """The calls that made or used a socket that could leave this computer."""
        kinds = ("AF_UNIX", "AF_NETLINK", "AF_LOCAL")
        named = ("socket(", "connect(", "bind(", "sendto(", "sendmsg(", "accept4(", "accept(")
        return [
            call
            for call in self.calls
            if call.startswith(named) and "AF_" in call and not any(k in call for k in kinds)
        ]

    def sent(self, words: tuple[str, ...]) -> list[str]:
        """Return the writes, but those to standard output, in which one of `words` stands."""
        looks = [look for word in words for look in (word, r"\0".join(word))]
        return [
            call[:200]
            for call in self.calls
            if (to := _SENDING.match(call))
            and to["to"] != "1"
            and any(look in call.lower() for look in looks)
        ]

    def _changed(self) -> Iterator[str]:
        for call in self.calls:
            if " = -1 " in call:
                continue
            if (opened := _OPENED.match(call)) and _WRITING.search(opened["flags"]):
                yield opened["path"]
            elif _CHANGING.match(call) and ("bind(" not in call or "sun_path" in call):
                yield from _STRING.findall(call)


OPEN = """
import runpy, sys
from guidance_app.store import private
private.no_core_dumps = lambda: None
runpy.run_module(sys.argv.pop(1), run_name="__main__", alter_sys=True)
"""
"""Runs a module that lets itself be watched: once memory is closed, only root sees any path."""


def traced(folders: Folders, *words: str, typed: str = "") -> Traced:
    """Run the module named first in `words` in `folders`, watched."""
    told = folders.base.with_name(f"{folders.base.name}-trace")
    told.mkdir()
    watch = (*STRACE, "-o", str(told / "calls"))
    folders.run("-c", OPEN, *words, typed=typed, before=watch)
    lines = (path.read_text("utf-8", "replace").splitlines() for path in told.iterdir())
    return Traced(folders, tuple(line for file in lines for line in file))


def outside(folders: Folders, paths: set[str]) -> list[str]:
    """Return which of `paths` are not where a child may write."""
    allowed = (*(str(folders.base / place) for place in ALLOWED), *DEVICES)
    return sorted(path for path in paths if not path.startswith(allowed))


HOOK = """
import json, os, sys
told, events = sys.argv.pop(1), []
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
ALONE = ("socket.", "subprocess.", "os.system", "os.exec", "os.spawn", "os.posix_spawn", "os.fork")
PATHS = ("os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.link", "os.symlink", "os.truncate",
         "os.chmod", "os.chown", "os.utime", "shutil.", "tempfile.")

def words(given):
    return [str(one) for one in given if isinstance(one, (str, bytes, os.PathLike))]

def hook(event, given):
    if event == "open" and isinstance(given[2], int) and given[2] & WRITING:
        events.append(["path", *words(given[:1])])
    elif event.startswith(PATHS):
        events.append(["path", *words(given)])
    elif event.startswith(ALONE):
        events.append(["alone", event, *map(repr, given)])

sys.addaudithook(hook)
try:
    import runpy
    runpy.run_module(sys.argv.pop(1), run_name="__main__", alter_sys=True)
finally:
    seen = list(events)
    with open(told, "w") as file:
        json.dump(seen, file)
"""


@dataclass(frozen=True)
class Audited:
    """What Python itself was asked to do; what Qt and SQLite do by themselves it does not see."""

    paths: set[str]
    alone: list[str]


def audited(folders: Folders, *words: str, typed: str = "") -> Audited:
    """Run the module named first in `words` in `folders`, with Python telling what it does."""
    told = folders.base.with_name(f"{folders.base.name}-told.json")
    folders.run("-c", HOOK, str(told), *words, typed=typed)
    events = json.loads(told.read_text("utf-8"))
    paths = {path for kind, *given in events if kind == "path" for path in given}
    return Audited(paths, [" ".join(given) for kind, *given in events if kind == "alone"])
