#!/usr/bin/env bash
# Compiles the generated TypeScript client and calls a running mock with it.
# Needs Node 20 and the environment variables MOCK_URL and MOCK_KEY (a key with all scopes); run `mvn verify` first.
set -euo pipefail
cd "$(dirname "$0")"
: "${MOCK_URL:?the address of a running mock}" "${MOCK_KEY:?a key of the mock with all scopes}"
generated=../target/generated-sources/openapi/src
[ -d "$generated" ] || { echo "client-typescript: not generated yet: run mvn verify first" >&2; exit 1; }

build=../target/smoke
mkdir -p "$build"
rm -rf "$build/client" "$build/dist"
cp package.json package-lock.json tsconfig.json smoke.ts "$build/"
cp -r "$generated" "$build/client"
cd "$build"
npm ci --silent --no-audit --no-fund
npx --no-install tsc -p .
node dist/smoke.js
