#!/bin/bash
# Measures how soon a start serves, the first of a user with nothing in the cache and a later one, and how much memory an
# idle server takes. Usage: server/bench.sh PROGRAM
set -eu
program=$(realpath "$1")
dir=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server" 2>/dev/null; rm -rf "$dir"' EXIT
cd "$dir"
export HOME=$dir/home XDG_CACHE_HOME=$dir/home
"$program" seed --database sqlite:flowline.db >/dev/null
port=$((20000 + RANDOM % 20000))

# start starts the server anew and adds to times how long it took until it listened.
start() {
  [ -z "$server" ] || { kill "$server"; wait "$server" || true; }
  local began
  began=$(date +%s%N)
  "$program" serve --database sqlite:flowline.db --listen "127.0.0.1:$port" --log-level error &
  server=$!
  until (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do sleep 0.005; done
  times+=($((($(date +%s%N) - began) / 1000000)))
}
median() { printf '%s\n' "${times[@]}" | sort -n | sed -n 3p; }

times=()
for _ in 1 2 3 4 5; do rm -rf "$HOME"; start; done
cold=$(median)
times=()
for _ in 1 2 3 4 5; do start; done
warm=$(median)
sleep 3
rss=$(awk '/VmRSS/ {print $2}' "/proc/$server/status")
echo "first start: $cold ms until it listens (median of 5 with an empty cache; at most 500)"
echo "start:       $warm ms until it listens (median of 5; at most 500)"
echo "idle:        $((rss / 1024)) MiB resident (at most 80)"
[ "$cold" -le 500 ] && [ "$warm" -le 500 ] && [ "$rss" -le $((80 * 1024)) ]
