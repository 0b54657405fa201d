"""Coverage-guided fuzzing of every reader by atheris, in an environment of its own: `make fuzz`.

The first byte of an input chooses the format, the rest is the file. An input that crashes a reader, takes more than ten
seconds, or is read with a ledger that does not balance is a finding: it is saved by the fuzzer, and belongs into
tests/documents/test_damage.py.
"""

import sys

import atheris

with atheris.instrument_imports(include=["saralau"]):
    from saralau.acts import balance, parse_act
    from saralau.documents import pdf, pdfium  # noqa: F401  # read here so that they are instrumented too
    from saralau.documents.reading import read_bytes
    from saralau.messages import InputError

FORMATS = ("html", "md", "txt", "xml", "docx", "odt", "pdf", "zip")


def one_input(data: bytes) -> None:
    """Reads one input as a file; a refusal is an answer, anything else that is raised is a finding."""
    if len(data) < 2:
        return
    name = f"a.{FORMATS[data[0] % len(FORMATS)]}"
    try:
        act = parse_act(read_bytes(data[1:], name))
    except InputError as refusal:
        if name not in str(refusal):
            raise AssertionError(f"the refusal does not name the file: {refusal}") from refusal
        return
    if not balance(act).balanced:
        raise AssertionError("the ledger does not balance")


if __name__ == "__main__":
    atheris.Setup([*sys.argv, "-timeout=10", "-rss_limit_mb=2048"], one_input)
    atheris.Fuzz()
