#!/bin/sh
# Starts saralau with its secrets. A variable X_FILE names a file that holds the value of X, so that no secret stands in a
# command line, in an image or in a unit; X itself, if it is set, comes first.
set -eu
for name in SARALAU_SECRET SARALAU_DATABASE_URL PGPASSWORD; do
    eval "value=\${$name:-} file=\${${name}_FILE:-}"
    if [ -z "$value" ] && [ -n "$file" ]; then
        [ -r "$file" ] || { echo "${name}_FILE: $file cannot be read" >&2; exit 2; }
        value=$(cat -- "$file")
        [ -n "$value" ] || { echo "${name}_FILE: $file is empty" >&2; exit 2; }
        export "$name=$value"
    fi
    unset "${name}_FILE" value file
done
exec "$(dirname -- "$0")/saralau" "$@"
