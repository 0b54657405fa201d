#!/bin/sh
# Installs Saralau, with everything that a shared server needs, into a virtual environment:
#     deploy/install.sh TARGET
# Everything comes by hash from requirements/; the wheel is built from this tree. The Containerfile, the systemd unit's
# instructions and continuous integration run these same steps.
set -eu
target=${1:?usage: deploy/install.sh TARGET}
tree=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
python=${PYTHON:-python3}
scratch=$(mktemp -d)
trap 'rm -rf -- "$scratch"' EXIT
# With pip, or with uv, which is faster, where UV names one: both check the hashes.
put() {
    into=$1
    shift
    if [ -n "${UV:-}" ]; then
        "$UV" pip install --quiet --python "$into/bin/python" "$@"
    else
        "$into/bin/python" -m pip --quiet --disable-pip-version-check --no-input install "$@"
    fi
}

"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed; name one in PYTHON")'
"$python" -m venv "$scratch/build"
put "$scratch/build" --require-hashes -r "$tree/requirements/build.txt"
(cd "$tree" && "$scratch/build/bin/hatchling" build -t wheel -d "$scratch/wheel") 2> "$scratch/built" || { cat "$scratch/built" >&2; exit 1; }

"$python" -m venv "$target"
put "$target" --require-hashes -r "$tree/requirements/serve.txt"
put "$target" --no-deps --no-index "$scratch"/wheel/saralau-*.whl
install -m 0755 "$tree/deploy/start.sh" "$target/bin/saralau-start"
"$target/bin/saralau" --version
