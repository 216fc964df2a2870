"""A process that is the running instance, if it can be; run by `test_instance`.

It says ``listening`` or ``another`` once it knows, and answers every line with how many it has answered; it ends when
a line says ``quit``. With a second argument it has only so many milliseconds of patience with a client.
"""

import json
import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTimer

from desktop.adapters import conversation
from desktop.adapters.instance import instance


def main(database: Path) -> int:
    app = QCoreApplication([])
    answered = 0

    def answer(line: bytes) -> bytes:
        nonlocal answered
        answered += 1
        if b"crash" in line:
            raise RuntimeError(line)
        if b"quit" in line:
            QTimer.singleShot(0, app.quit)
        out = "x" * 4_000_000 if b"flood" in line else str(answered)
        return json.dumps({"status": 0, "out": out, "err": ""}).encode() + b"\n"

    listening = instance(answer, database)
    listening.replaced.connect(app.quit)
    if not listening.listen():
        print("another", flush=True)
        return 1
    print("listening", flush=True)
    app.exec()
    listening.close()
    return 0


for patience in sys.argv[2:]:
    conversation.PATIENCE_MS = int(patience)
sys.exit(main(Path(sys.argv[1])))
