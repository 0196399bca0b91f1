#!/usr/bin/env bash
# Runs the suite in a GitHub job: its summary becomes the job's, its verdict an annotation and the exit code.
set -euo pipefail
home=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

arguments=(check --target "$TARGET" --out "$OUT")
[ "$STRICT" != true ] || arguments+=(--strict)
[ -z "$BASELINE" ] || arguments+=(--baseline "$BASELINE")
[ -z "$SHARD" ] || arguments+=(--shard "$SHARD")

# A summary from before would be taken for this run's.
rm -f "$OUT/summary.md"
code=0
"${KIT:-$home/kit}" "${arguments[@]}" || code=$?

echo "report=$OUT" >>"$GITHUB_OUTPUT"
[ ! -f "$OUT/summary.md" ] || cat "$OUT/summary.md" >>"$GITHUB_STEP_SUMMARY"
case $code in
  0) ;;
  1) echo "::error title=Conformance::not conformant, or a stale entry in the baseline: see the summary of the job" ;;
  2) echo "::error title=Conformance::bad usage or configuration: see the log of the step" ;;
  *) echo "::error title=Conformance::incomplete, a MUST was not proven: see the summary of the job" ;;
esac
exit "$code"
