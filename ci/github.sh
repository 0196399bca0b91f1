#!/usr/bin/env bash
# Runs the suite in a GitHub job. Adds its summary to the job summary and its verdict as an annotation, and returns its exit code.
set -euo pipefail
home=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

arguments=(check --target "$TARGET" --out "$OUT")
[ "$STRICT" != true ] || arguments+=(--strict)
[ -z "$BASELINE" ] || arguments+=(--baseline "$BASELINE")
[ -z "$SHARD" ] || arguments+=(--shard "$SHARD")

# Otherwise the summary of an earlier run could be mistaken for this one's.
rm -f "$OUT/summary.md"
code=0
"${KIT:-$home/kit}" "${arguments[@]}" || code=$?

echo "report=$OUT" >>"$GITHUB_OUTPUT"
[ ! -f "$OUT/summary.md" ] || cat "$OUT/summary.md" >>"$GITHUB_STEP_SUMMARY"
case $code in
  0) ;;
  1) echo "::error title=Conformance::not conformant, or a stale entry in the baseline: see the job summary" ;;
  2) echo "::error title=Conformance::bad usage or configuration: see the log of this step" ;;
  *) echo "::error title=Conformance::incomplete: a MUST was not proven, or the server cannot be reached. See the job summary and the log of this step" ;;
esac
exit "$code"
