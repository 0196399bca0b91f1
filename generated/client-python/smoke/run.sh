#!/usr/bin/env bash
# Installs the generated Python client into its own virtual environment, and calls a running mock with it.
# Needs Python 3.10 and the environment variables MOCK_URL and MOCK_KEY (a key with all scopes); run `mvn verify` first.
set -euo pipefail
cd "$(dirname "$0")"
: "${MOCK_URL:?the address of a running mock}" "${MOCK_KEY:?a key of the mock with all scopes}"
generated=../target/generated-sources/openapi
[ -d "$generated" ] || { echo "client-python: not generated yet: run mvn verify first" >&2; exit 1; }

build=../target/smoke
rm -rf "$build"
mkdir -p "$build"
cp -r "$generated" "$build/client"
python3 -m venv "$build/venv"
"$build/venv/bin/pip" install --quiet --constraint constraints.txt "$build/client"
"$build/venv/bin/python" smoke.py
