# SPDX-License-Identifier: GPL-3.0-or-later
"""A program on a pseudo-terminal, and what a person would see there: enough of a terminal for what Limber
writes, and strict about everything else (an unknown code is an error)."""
import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time

CODE = re.compile(r"\x1b\[(\??)([0-9;]*)([A-Za-z])")


class Screen:
    """Cells of a terminal, with the lines that have scrolled away above them."""

    def __init__(self, columns, rows):
        self.columns, self.rows = columns, rows
        self.lines = [""]  # everything ever; the last `rows` are on the screen
        self.row = self.column = 0
        self.cursor_shown = True
        self.unknown = []
        self.widest = 0
        self._rest = ""

    def feed(self, text):
        text = self._rest + text
        self._rest = ""
        i = 0
        while i < len(text):
            char = text[i]
            if char == "\x1b":
                code = CODE.match(text, i)
                if not code:
                    if len(text) - i < 16 and re.fullmatch(r"\x1b(\[\??[0-9;]*)?", text[i:]):
                        self._rest = text[i:]
                        return
                    self.unknown.append(text[i:i + 8])
                    i += 1
                    continue
                self._code(code)
                i = code.end()
                continue
            i += 1
            if char == "\r":
                self.column = 0
            elif char == "\n":
                self.row += 1
                while len(self.lines) <= self.row:
                    self.lines.append("")
            elif char == "\a":
                self.unknown.append("bell")
            elif ord(char) < 32:
                self.unknown.append(repr(char))
            else:
                self._put(char)

    def _put(self, char):
        if self.column >= self.columns:
            self.column = 0
            self.feed("\n")
        line = self.lines[self.row].ljust(self.column)
        self.lines[self.row] = line[:self.column] + char + line[self.column + 1:]
        self.column += 1
        self.widest = max(self.widest, self.column)

    def _code(self, code):
        private, number, letter = code.groups()
        amount = int(number) if number.isdigit() else 1
        if private:
            if number != "25" or letter not in "hl":
                self.unknown.append(code.group())
            self.cursor_shown = letter == "h"
        elif letter == "A":
            top = max(len(self.lines) - self.rows, 0)
            self.row = max(self.row - amount, top)
        elif letter == "K":
            self.lines[self.row] = self.lines[self.row][:self.column]
        elif letter == "J":
            self.lines[self.row] = self.lines[self.row][:self.column]
            del self.lines[self.row + 1:]
        elif letter != "m":
            self.unknown.append(code.group())

    def text(self):
        return "\n".join(line.rstrip() for line in self.lines)


class Program:
    """A program that leads a session of its own on a pseudo-terminal of its own."""

    def __init__(self, arguments, environment, columns=80, rows=24):
        self.master, slave = pty.openpty()
        self.name = os.ttyname(slave)
        self.screen = Screen(columns, rows)
        self.raw = b""
        self.resize(columns, rows)
        # what a shell leaves behind, and something that a program would not set by itself
        settings = termios.tcgetattr(slave)
        settings[3] |= termios.ICANON | termios.ECHO | termios.NOFLSH
        termios.tcsetattr(slave, termios.TCSANOW, settings)
        self.slave = slave
        self.pid = os.fork()
        if self.pid == 0:
            os.setsid()
            fcntl.ioctl(slave, termios.TIOCSCTTY, 0)
            for fd in (0, 1, 2):
                os.dup2(slave, fd)
            os.closerange(3, 256)
            os.execvpe(arguments[0], arguments, environment)
        self.status = None
        self._undecoded = b""

    def resize(self, columns, rows):
        self.screen.columns, self.screen.rows = columns, rows
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def settings(self):
        return termios.tcgetattr(self.slave)

    def typed(self, text):
        os.write(self.master, text.encode())

    def pump(self, seconds=0.05):
        """Takes in what is written meanwhile."""
        end = time.monotonic() + seconds
        while True:
            left = end - time.monotonic()
            ready, _, _ = select.select([self.master], [], [], max(left, 0))
            if not ready:
                return
            try:
                data = os.read(self.master, 65536)
            except OSError:
                return
            self.raw += data
            data = self._undecoded + data
            text = data.decode("utf-8", "ignore")
            keep = 0
            while keep < 4 and keep < len(data):
                try:
                    text = data[:len(data) - keep].decode("utf-8")
                    break
                except UnicodeDecodeError:
                    keep += 1
            self._undecoded = data[len(data) - keep:] if keep else b""
            self.screen.feed(text)

    def text(self):
        self.pump()
        return self.screen.text()

    def ended(self):
        if self.status is None:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self.status = os.waitstatus_to_exitcode(status)
        return self.status is not None

    def stopped(self):
        """Whether it was stopped since this was asked last."""
        pid, status = os.waitpid(self.pid, os.WNOHANG | os.WUNTRACED)
        return pid != 0 and os.WIFSTOPPED(status)

    def signal(self, number):
        os.kill(self.pid, number)

    def hang_up(self):
        os.close(self.slave)
        os.close(self.master)

    def kill(self):
        if not self.ended():
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
            self.status = -signal.SIGKILL
