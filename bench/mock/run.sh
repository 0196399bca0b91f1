#!/usr/bin/env bash
# Measures the CPU time per request and the time until the first response: bench/mock/run.sh [ROUNDS [SUBJECT…]]. Subjects take
# turns, so that a busy machine affects all of them equally. replay:PATH is the mock of another kit. See README.md.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
rounds=${1:-5}
subjects=("${@:2}")
[ ${#subjects[@]} -gt 0 ] || subjects=(replay stateful unvalidated thousand wiremock prism jetty)

PRISM=5.16.0
WARM_UP=5 # seconds of load per method, repeated until the server has used ten seconds of CPU time, at most four times
WINDOW=4 # seconds; 400 clock ticks of a busy server, so one tick is a quarter of a percent
CONNECTIONS=8
COPIES=56 # of 18 operations: 1,008
KEY='phx_mock.annotation:write'
LIST=/api/projects/1/annotations/
server_core=0
load_core=$(($(nproc) - 1))
ticks=$(getconf CLK_TCK)
bin="${JAVA_HOME:+$JAVA_HOME/bin/}" # the same JDK as kit uses

need() { command -v "$1" >/dev/null || { echo "bench: $1 is missing; install it: $2" >&2; exit 2; }; }
need wrk "apt-get install wrk"
need "${bin}javac" "install a JDK 17"
need mvn "install Maven 3.8.7 or newer"
need node "install Node 20"
need taskset "apt-get install util-linux"
[ "$load_core" -gt 0 ] || { echo "bench: two cores are required, one for the server and one for the load" >&2; exit 2; }

cache="$root/target/bench-mock"
out=$(mktemp -d)
declare -A running
stop() { # stop PID: waits five seconds before it kills the process
  kill "$1" 2>/dev/null || true
  for _ in $(seq 50); do kill -0 "$1" 2>/dev/null || break; sleep 0.1; done
  kill -9 "$1" 2>/dev/null || true
  wait "$1" 2>/dev/null || true
  unset "running[$1]"
}
stop_all() { for pid in "${!running[@]}"; do stop "$pid"; done; }
trap 'stop_all; rm -rf "$out"' EXIT
fail() { echo "bench: $*" >&2; exit 1; }

fetch() { # downloads the other servers unless they are present
  mkdir -p "$cache"
  if [ ! "$cache/jars" -nt "$here/pom.xml" ] || [ ! "$cache/jars" -nt "$root/pom.xml" ]; then
    rm -rf "$cache/jars"
    timeout 300 mvn -B -ntp -q -Dstyle.color=never -f "$here/pom.xml" \
      "-Dwiremock.version=$(sed -n 's:.*<wiremock.version>\(.*\)</wiremock.version>.*:\1:p' "$root/pom.xml")" dependency:copy-dependencies -DoutputDirectory="$cache/jars"
    touch "$cache/jars"
  fi
  "${bin}javac" -d "$cache/classes" -cp "$cache/jars/*" "$here/BareJetty.java"
  if [ ! -d "$cache/prism-$PRISM" ]; then
    timeout 300 npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$out/prism" "@stoplight/prism-cli@$PRISM"
    mv "$out/prism" "$cache/prism-$PRISM"
  fi
  awk -v copies=$COPIES -f "$here/many.awk" "$root/spec/openapi.yaml" >"$cache/many.yaml"
  rm -rf "$cache/wiremock" && cp -r "$here/wiremock" "$cache/wiremock" # WireMock writes to it
}

command_of() { # command_of SUBJECT PORT: sets $command, an array of words
  local kit=$root/kit
  [[ $1 != *:* ]] || kit=${1#*:}
  case ${1%%:*} in
    replay) command=("$kit" mock --port "$2") ;;
    stateful) command=("$kit" mock --stateful --port "$2") ;;
    unvalidated) command=("$kit" mock --validate off --port "$2") ;;
    thousand) command=("$kit" mock --contract "$cache/many.yaml" --port "$2") ;;
    wiremock | wiremock-tuned) command=("${bin}java" -jar "$cache"/jars/wiremock-standalone-*.jar --root-dir "$cache/wiremock"
      --bind-address 127.0.0.1 --port "$2")
      [[ $1 != *-tuned ]] || command+=(--no-request-journal --disable-request-logging --disable-gzip
        --use-chunked-encoding NEVER) ;;
    prism | prism-silent) command=(node "$cache/prism-$PRISM/node_modules/@stoplight/prism-cli/dist/index.js" mock -p "$2"
      "$root/spec/openapi.yaml")
      [[ $1 != *-silent ]] || command+=(-v silent) ;;
    jetty) command=("${bin}java" -cp "$cache/classes:$cache/jars/*" BareJetty "$2" "$here/answers/list.json"
      "$here/answers/created.json") ;;
    *) fail "unknown subject $1" ;;
  esac
}

start() { # start SUBJECT [WRAPPER…]: returns after the first 200; sets $pid, $url, $wall_time and $cpu_time, both in seconds
  local port from
  while port=$(shuf -i 20000-29999 -n 1) && (: <>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do :; done
  command_of "$1" "$port"
  url="http://127.0.0.1:$port"
  from=${EPOCHREALTIME/./}
  "${@:2}" "${command[@]}" >/dev/null 2>"$out/stderr" &
  pid=$!
  running[$pid]=$1
  until (: <>"/dev/tcp/127.0.0.1/$port") 2>/dev/null \
    && curl -sf -m 5 -o /dev/null -H "Authorization: Bearer $KEY" "$url$LIST"; do
    [ $((${EPOCHREALTIME/./} - from)) -lt 30000000 ] && kill -0 "$pid" || fail "$1 does not respond: $(cat "$out/stderr")"
    sleep 0.01
  done
  wall_time=$(awk "BEGIN {print (${EPOCHREALTIME/./} - $from) / 1e6}")
  cpu_time=$(awk "BEGIN {print $(cpu "$pid") / $ticks}")
}

# Only a mock with state is reset. WireMock's journal is unlimited by default; the duration of the run limits it.
reset() { [[ $1 != stateful* ]] || curl -sf -o /dev/null -X POST "$2/__admin/reset"; } # reset SUBJECT URL

# The mock's links to other pages lead to itself.
without_links() { sed -E 's/"(next|previous)":"[^"]*"/"\1":"URL"/g'; }

verify() { # verify SUBJECT URL METHOD: checks a response; sets $size, its size on the wire in bytes
  local status=200 file=list fragment='"results":[{"id":' body=()
  [ "$3" = GET ] || { status=201 file=created fragment='"content":"A release went out"'; }
  [ "$3" = GET ] || body=(-H 'Content-Type: application/json' --data-binary "@$here/annotation.json")
  local request=(curl -s -m 5 -X "$3" -H "Authorization: Bearer $KEY" -H 'Accept: application/json' "${body[@]}" "$2$LIST")
  "${request[@]}" -D "$out/head" -o "$out/body"
  head -n 1 "$out/head" | grep -q " $status " || fail "$1 responds to $3 with $(head -n 1 "$out/head")"
  case $1 in
    stateful*) grep -qF "$fragment" "$out/body" || fail "$1 responds to $3 with another body: $(head -c 300 "$out/body")" ;;
    *) cmp -s <(without_links <"$here/answers/$file.json") <(without_links <"$out/body") || fail "$1 responds to $3 with another body: $(head -c 300 "$out/body")" ;;
  esac
  size=$("${request[@]}" --include --raw | wc -c)
}

cpu() { awk '{sub(/.*\) /, ""); print $12 + $13}' "/proc/$1/stat"; }

load() { # load I METHOD SECONDS: sets the figures that load.lua prints, and adds to ${sent[I]} and ${loads[I]}
  local body=()
  [ "$2" = GET ] || body=("$here/annotation.json")
  read -r requests seconds bytes failures p99 < <(taskset -c "$load_core" wrk -t1 -c$CONNECTIONS -d"$3s" --timeout 5s \
    -s "$here/load.lua" "${urls[$1]}$LIST" -- "$2" "$KEY" "${body[@]}" | tail -n 1) || fail "wrk printed no figures for ${subjects[$1]}"
  [ "$failures" = 0 ] || fail "${subjects[$1]}: $failures of $requests requests with $2 failed"
  sent[$1]=$((${sent[$1]:-0} + requests)) loads[$1]=$((${loads[$1]:-0} + 1))
}

window() { # window I METHOD: measures one window and writes its figures
  local subject=${subjects[$1]} url=${urls[$1]} from used
  reset "$subject" "$url"
  verify "$subject" "$url" "$2"
  from=$(cpu "${pids[$1]}")
  load "$1" "$2" $WINDOW
  used=$(($(cpu "${pids[$1]}") - from))
  awk "BEGIN {off = $bytes / $requests / $size - 1; exit off * off > 1e-4}" \
    || fail "$subject: $requests responses to $2 had $bytes bytes in total, not $size each"
  verify "$subject" "$url" "$2"
  awk "BEGIN {print \"window $1 $2 $used\", $used * 1e6 / $ticks / $requests, $requests / $seconds, $p99, $size}" >>"$out/figures"
}

# Compares the number of requests with that of WireMock, which also counts the first request, two before and two after each
# window, and those in progress at the end of a load.
verify_count() { # verify_count I
  local seen extra
  seen=$(curl -sf -m 60 -d '{}' "${urls[$1]}/__admin/requests/count" | tr -dc 0-9)
  extra=$((seen - sent[$1]))
  [ "$extra" -ge 0 ] && [ "$extra" -le $((1 + rounds * 2 * 4 + loads[$1] * CONNECTIONS)) ] \
    || fail "wrk counted ${sent[$1]} requests, ${subjects[$1]} $seen"
}

"$root/kit" --version >/dev/null # builds the kit if necessary
for subject in "${subjects[@]}"; do [[ $subject != *:* ]] || "${subject#*:}" --version >/dev/null; done
fetch
before=$(uptime | sed 's/.*average[s]*: *//')

echo "cold starts …" >&2
for _ in $(seq $((rounds + 2))); do
  for i in "${!subjects[@]}"; do
    start "${subjects[$i]}"
    stop "$pid"
    echo "start $i $wall_time $cpu_time" >>"$out/figures"
  done
done

echo "warm-up …" >&2
for i in "${!subjects[@]}"; do
  start "${subjects[$i]}" taskset -c $server_core
  pids[i]=$pid urls[i]=$url
  echo "subject $i ${subjects[$i]}" >>"$out/figures"
  for _ in 1 2 3 4; do
    for method in GET POST; do load "$i" $method $WARM_UP; done
    [ "$(cpu "$pid")" -lt $((10 * ticks)) ] || break
  done
done

for round in $(seq "$rounds"); do
  echo "round $round …" >&2
  for method in GET POST; do
    for i in "${!subjects[@]}"; do window "$i" $method; done
  done
done

for i in "${!subjects[@]}"; do
  [ -z "$(cat /proc/"${pids[$i]}"/task/*/children)" ] || fail "${subjects[$i]} has child processes, whose CPU time would be missing"
  awk -v i="$i" '/^VmRSS/ {rss = $2} /^VmHWM/ {peak = $2} END {print "memory", i, rss, peak}' "/proc/${pids[$i]}/status" \
    >>"$out/figures"
  [ "${subjects[$i]}" != wiremock ] || verify_count "$i"
done

{
  echo "$(git -C "$root" log -1 --format='Commit %h'), rounds: $rounds, windows of $WINDOW s, $(date -u +%F)."
  echo "$(nproc) cores, $(sed -n 's/^model name.*: //p' /proc/cpuinfo | head -n 1), $(uname -sr);" \
    "JDK $("${bin}java" -version 2>&1 | sed -n 's/.*version "\(.*\)".*/\1/p'), Node $(node --version), Prism $PRISM," \
    "$(basename "$cache"/jars/wiremock-standalone-*.jar .jar), $(basename "$cache"/jars/jetty-server-*.jar .jar);" \
    "load average $before at the start, $(uptime | sed 's/.*average[s]*: *//') at the end."
  awk -f "$here/table.awk" "$out/figures"
} | tee "$cache.md"
