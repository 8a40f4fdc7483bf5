"""Send many records through one stream: `python bench/stream.py --records 100000`.

The records are generated on the fly and piped into `reportlint check --from-ndjson - --format
jsonl`; its findings are only counted. Memory is the sum of the resident sets of the process and its
workers, sampled five times a second. Pages that they share are counted for each of them, so it is
an upper bound. `--cut N` closes the pipe after N findings, as `head` does.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import IO

sys.path.insert(0, str(Path(__file__).parent))
import corpus

MADE = 200  # different texts; the records repeat them with other numbers and names


def main() -> int:
    """Run the stream and print its figures; the exit status, 1 if the linter stops reading
    early."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--records", type=int, default=100_000, help="number of records")
    parser.add_argument("--size", type=int, default=1000, help="bytes of a report")
    parser.add_argument("--jobs", type=int, default=0, help="as `--jobs` of reportlint")
    parser.add_argument("--cut", type=int, default=0, help="close the pipe after so many findings")
    arguments = parser.parse_args()
    command = [str(Path(sys.executable).with_name("reportlint")), "check", "--isolated"]
    command += ["--from-ndjson", "-", "--format", "jsonl"]
    command += ["--jobs", str(arguments.jobs)] if arguments.jobs else []
    start = time.perf_counter()
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    fed: list[int] = []
    feeder = threading.Thread(
        target=feed, args=(process.stdin, arguments.records, arguments.size, fed)
    )
    feeder.start()
    peaks: list[tuple[float, int]] = []
    watcher = threading.Thread(target=watch, args=(process, start, peaks), daemon=True)
    watcher.start()
    findings = 0
    assert process.stdout is not None
    for _ in process.stdout:
        findings += 1
        if findings == arguments.cut:
            process.stdout.close()
            break
    status = process.wait()
    seconds = time.perf_counter() - start
    feeder.join()
    if not fed and not arguments.cut:
        print("the linter went away before it had read all records", file=sys.stderr)
        return 1
    print(
        f"records {arguments.records}, findings {findings}, status {status}, seconds {seconds:.1f}"
    )
    print(
        f"records a second {arguments.records / seconds:.0f}, peak MB"
        f" {max(peak for _, peak in peaks):.0f}"
    )
    tenth = max(1, len(peaks) // 10)
    means = [
        sum(peak for _, peak in peaks[at : at + tenth]) / tenth
        for at in range(0, len(peaks) - tenth + 1, tenth)
    ]
    print("MB, mean of each tenth of the time:", " ".join(f"{mean:.0f}" for mean in means))
    return 0


def feed(stream: IO[bytes], records: int, size: int, fed: list[int]) -> None:
    """Write the records to `stream`; when all are written, append their number to `fed`."""
    texts = [corpus.report(number, size=size) for number in range(MADE)]
    try:
        for number in range(records):
            text = (
                f"{texts[number % MADE]}\n第{number}号。取缔场所XX家。\n"
                if number % 4 == 0
                else texts[number % MADE]
            )
            record = {"path": f"{number % 97:02}/{number}.txt", "text": text}
            stream.write(json.dumps(record, ensure_ascii=False).encode() + b"\n")
        stream.close()
    except BrokenPipeError:
        # With --cut this is expected: the linter ends when its output is closed. Without it,
        # `main` reports an error.
        return
    fed.append(records)


def watch(process: subprocess.Popen[bytes], start: float, peaks: list[tuple[float, int]]) -> None:
    """Append the seconds since `start` and the memory in MB to `peaks`, until the process ends."""
    while process.poll() is None:
        children = subprocess.run(
            ["ps", "-A", "-o", "pid=,ppid=,rss="], capture_output=True, text=True, check=False
        )
        rss = 0
        for line in children.stdout.splitlines():
            pid, parent, size = map(int, line.split())
            rss += size if process.pid in (pid, parent) else 0
        if rss:
            peaks.append((time.perf_counter() - start, rss / 1000))
        time.sleep(0.2)


if __name__ == "__main__":
    raise SystemExit(main())
