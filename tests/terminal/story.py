# SPDX-License-Identifier: GPL-3.0-or-later
"""What the stories of Limber on a terminal are written with: a home and a session bus of their own, no display."""
import json
import os
import pathlib
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from pty_screen import Program  # noqa: E402

LIMBERD, LIMBER = os.environ["LIMBERD"], os.environ["LIMBER"]

SETTINGS = """
idle_after = "30s"
merge_within = "0s"
typing_gap = "0s"
settle = "0s"
return_grace = "0s"

[[break]]
name = "micro"
interval = "3s"
rest = "2s"
snooze = ["3s"]
prompt_timeout = "60s"
repeat_after = "2s"
exercises = ["test-roll"]
"""

EXERCISE = (pathlib.Path(__file__).resolve().parent.parent / "desktop/test_exercise.toml").read_text(encoding="utf-8")


class Failure(Exception):
    pass


class Story:
    def __init__(self, settings=SETTINGS):
        self.began = time.monotonic()
        self.home = tempfile.mkdtemp(prefix="limber-story.")
        self.programs = []
        self.processes = []
        self.environment = {
            "PATH": os.environ["PATH"], "HOME": self.home, "TERM": "xterm", "LC_ALL": "C.UTF-8", "TZ": "UTC",
            "XDG_RUNTIME_DIR": self.home, "XDG_STATE_HOME": self.path("state"),
            "XDG_CONFIG_HOME": self.path("config"), "XDG_CONFIG_DIRS": self.path("none"),
            "DBUS_SESSION_BUS_ADDRESS": "unix:path=" + self.path("bus"),
            "DBUS_SYSTEM_BUS_ADDRESS": "unix:path=" + self.path("no-bus"),
            "LIMBER_SHIPPED_DIR": os.environ["LIMBER_SHIPPED_DIR"],
            "ASAN_OPTIONS": "detect_leaks=0:log_path=" + self.path("sanitizer"),
            "UBSAN_OPTIONS": "print_stacktrace=1:halt_on_error=1:log_path=" + self.path("sanitizer"),
        }
        os.makedirs(self.path("config/limber/exercises"))
        for name, text in (("limber.toml", settings), ("exercises/test.toml", EXERCISE)):
            with open(self.path("config/limber/" + name), "w", encoding="utf-8") as file:
                file.write(text)
        self.bus = subprocess.Popen(
            ["dbus-daemon", "--session", "--nofork", "--nopidfile", "--address=unix:path=" + self.path("bus")],
            stderr=subprocess.DEVNULL)
        self.within(10, "a session bus of its own", lambda: os.path.exists(self.path("bus")))

    def path(self, name):
        return os.path.join(self.home, name)

    def say(self, sentence):
        print(f"{time.monotonic() - self.began:6.1f}  {sentence}", flush=True)

    def check(self, sentence, holds):
        if not holds:
            raise Failure(sentence)
        self.say("ok    " + sentence)

    def equal(self, sentence, wanted, got):
        if wanted != got:
            raise Failure(f"{sentence}\n      wanted: {wanted!r}\n      got:    {got!r}")
        self.say("ok    " + sentence)

    def within(self, seconds, sentence, holds):
        begin = time.monotonic()
        while not holds():
            if time.monotonic() - begin > seconds:
                raise Failure(f"{sentence} (not within {seconds} s)")
            time.sleep(0.02)
        self.say(f"ok    {sentence} (after {(time.monotonic() - begin) * 1000:.0f} ms)")

    def on_terminal(self, *arguments, columns=80, rows=24, **more):
        program = Program(list(arguments), {**self.environment, **more}, columns, rows)
        self.programs.append(program)
        return program

    def beside(self, *arguments):
        """A program without a terminal."""
        process = subprocess.Popen(arguments, env=self.environment, stdin=subprocess.DEVNULL,
                                   stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=True)
        self.processes.append(process)
        return process

    def limber(self, *arguments):
        return subprocess.run([LIMBER, *arguments], env=self.environment, stdin=subprocess.DEVNULL,
                              capture_output=True, text=True, timeout=20, check=False)

    def status(self):
        said = self.limber("status", "--json")
        return json.loads(said.stdout) if said.returncode == 0 else {}

    def doing(self):
        return self.status().get("doing")

    def process_state(self, name):
        """The letter by which the kernel says what our process of this name does; empty without one."""
        for folder in pathlib.Path("/proc").glob("[0-9]*"):
            try:
                if (folder / "comm").read_text().strip() != name:
                    continue
                if ("HOME=" + self.home).encode() in (folder / "environ").read_bytes().split(b"\0"):
                    return (folder / "stat").read_text().rpartition(")")[2].split()[0]
            except OSError:
                continue
        return ""

    def recorded(self):
        file = self.path("state/limber/history.db")
        if not os.path.exists(file):
            return []
        with sqlite3.connect(f"file:{file}?mode=ro", uri=True) as history:
            return [f"{rule} {outcome}" for rule, outcome in
                    history.execute("SELECT break, outcome FROM record ORDER BY id")]

    def finish(self):
        for program in self.programs:
            self.equal("nothing was written that a terminal does not know", [], program.screen.unknown)
        reports = [name for name in os.listdir(self.home) if name.startswith("sanitizer")]
        if reports:
            with open(self.path(reports[0]), encoding="utf-8", errors="replace") as file:
                raise Failure("the sanitizers have nothing to say\n" + file.read()[:6000])
        self.say("done")


def tell(story_of, settings=SETTINGS):
    """Runs it; what is on the screens at a failure is shown."""
    story = None
    status = 1
    try:
        story = Story(settings)
        story_of(story)
        story.finish()
        status = 0
    except Failure as failure:
        print("FAIL  " + str(failure))
        for program in story.programs if story else []:
            print(f"--- {program.name}, {program.screen.columns} columns, "
                  f"{'ended ' + str(program.status) if program.ended() else 'running'}")
            print(re.sub("^", "      | ", program.text() if not program.ended() else program.screen.text(), flags=re.M))
    finally:
        if story:
            for program in story.programs:
                program.kill()
            for process in [*story.processes, story.bus]:
                process.kill()
                process.wait()
            shutil.rmtree(story.home, ignore_errors=True)
    sys.exit(status)
