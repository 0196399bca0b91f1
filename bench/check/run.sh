#!/usr/bin/env bash
# Measures the median time of whole commands, including the start of the JVM: bench/check/run.sh [RUNS [KIT…]]. Commands, and kits
# of several checkouts, take turns, so that a busy machine affects all of them equally.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
runs=${1:-9}
kits=("${@:2}")
[ ${#kits[@]} -gt 0 ] || kits=("$here/../../kit")
commands=(embedded other-process plan help)
out=$(mktemp -d)
for kit in "${kits[@]}"; do "$kit" --version >/dev/null; done # builds the kit if necessary

"${kits[0]}" mock --port 0 --stateful >"$out/mock" &
mock=$!
trap 'kill "$mock" 2>/dev/null || true; rm -rf "$out"' EXIT
until grep -q 'Ctrl-C' "$out/mock"; do sleep 0.1; done
url=$(grep -om1 'http://[0-9.:]*' "$out/mock")
{ cat "$here/target.yaml"; echo "url: $url"; sed -n '/^fixtures:/,/^$/p' "$out/mock"; } >"$out/target.yaml"

timed() { # timed FILE COMMAND…: appends wall, user and system seconds to FILE.times
  local file=$1 TIMEFORMAT='%R %U %S'
  shift
  { time "$@" >"$file.log" 2>&1; } 2>>"$file.times" || { cat "$file.log" >&2; exit 1; }
}

one() { # one KIT COMMAND FILE
  case $2 in
    embedded) timed "$3" "$1" check --out "$out/report" ;;
    other-process)
      curl -sS -o "$out/reset" -X POST "$url/__admin/reset"
      timed "$3" "$1" check --target "$out/target.yaml" --out "$out/report" ;;
    plan) timed "$3" "$1" plan ;;
    help) timed "$3" "$1" --help ;;
  esac
}

for _ in $(seq "$runs"); do
  for command in "${commands[@]}"; do
    for i in "${!kits[@]}"; do one "${kits[$i]}" "$command" "$out/$command-$i"; done
  done
done

median() { sort -n | awk '{v[NR] = $1} END {print (v[int((NR + 1) / 2)] + v[int(NR / 2) + 1]) / 2}'; }
echo "medians of $runs runs; load average $(uptime | sed 's/.*average[s]*: *//')"
printf '%-15s %8s %8s %10s  %s\n' command 'wall s' 'CPU s' requests kit
for command in "${commands[@]}"; do
  for i in "${!kits[@]}"; do
    file="$out/$command-$i"
    printf '%-15s %8.2f %8.2f %10s  %s\n' "$command" "$(awk '{print $1}' "$file.times" | median)" \
      "$(awk '{print $2 + $3}' "$file.times" | median)" \
      "$(sed -n 's/^\([0-9]*\) requests in .*/\1/p' "$file.log")" "${kits[$i]}"
  done
done
