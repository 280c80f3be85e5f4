#!/bin/sh
# Measures the start of the command and the heap of an idle worker, each beside a JVM that does nothing.
#   benchmarks/start-and-heap.sh [class path] [runs]
# The class path is the built jar of the command unless given. Prints Markdown tables. Needs a JDK (java, javac, jcmd). Read the ratios, not the milliseconds.
set -eu

home=$(cd "$(dirname "$0")/.." && pwd -P)
path=${1:-$home/promotion-app/target/gatehouse.jar}
runs=${2:-11}
main=dev.gatehouse.app.Gatehouse
options="-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto"
folder=$(mktemp -d)
child=
trap '[ -z "$child" ] || kill "$child" 2>/dev/null || true; rm -rf "$folder"' EXIT
cd "$folder"

cat >Nothing.java <<'JAVA'
public final class Nothing {
  public static void main(String[] arguments) throws Exception {
    if (arguments.length > 0) {
      System.out.println("ready");
      new java.util.concurrent.CountDownLatch(1).await();
    }
  }
}
JAVA
javac Nothing.java
git init -q --bare deploy.git
cat >gatehouse.yaml <<YAML
apiVersion: gatehouse.dev/v1
repositories:
  - name: deploy
    url: $folder/deploy.git
shards:
  - name: eu
applications:
  - name: checkout
    folder: apps/{application}/{target}
    updates:
      - kustomizeImage:
          file: apps/{application}/{target}/kustomization.yaml
          image: ghcr.io/acme/checkout
          from: tag
    stages:
      - name: staging
        shard: eu
        targets: [staging]
YAML

nothing() { java $options -cp "$folder" Nothing "$@"; }
gatehouse() { java $options -cp "$path" $main "$@"; }

millis() {
  begun=$(date +%s%N)
  "$@" >out 2>err || { echo "failed: $*" >&2; cat out err >&2; exit 1; }
  echo $((($(date +%s%N) - begun) / 1000000))
}

# Each run measures all ways in turn; the first run of each warms the disk's cache and is not counted.
run=0
while [ $run -le "$runs" ]; do
  { millis nothing; } >one.0
  { millis gatehouse --version; } >one.1
  { millis gatehouse validate; } >one.2
  { millis gatehouse status; } >one.3
  for way in 0 1 2 3; do
    [ $run -eq 0 ] || cat one.$way >>way.$way
  done
  run=$((run + 1))
done

median() { sort -n "$1" | sed -n "$(((runs + 1) / 2))p"; }
row() {
  awk -v name="$1" -v m="$(median way.$2)" -v base="$(median way.0)" -v least="$(sort -n way.$2 | head -n 1)" \
    -v most="$(sort -n way.$2 | tail -n 1)" \
    'BEGIN { printf "| %s | %d ms | %d ms | %d ms | %.1fx |\n", name, m, least, most, m / base }'
}
printf '| start, %s runs | median | min | max | against the first |\n|---|---|---|---|---|\n' "$runs"
row 'a JVM that does nothing' 0
row '`gatehouse --version`' 1
row '`gatehouse validate`, one application' 2
row '`gatehouse status`, with the ledger opened' 3

# The heap in use after a full collection, in KB, and the threads.
measure() {
  jcmd "$child" GC.run >/dev/null
  used=$(jcmd "$child" GC.heap_info | sed -n 's/.* total [0-9]*K, used \([0-9]*\)K.*/\1/p' | awk '{ sum += $1 } END { print sum }')
  threads=$(jcmd "$child" Thread.print | grep -c '^"')
  rss=$(awk '/VmRSS/ { print $2 }' "/proc/$child/status")
  kill "$child"
  wait "$child" 2>/dev/null || true
  child=
  echo "| $1 | $(awk -v k="$used" 'BEGIN { printf "%.1f MB", k / 1024 }') | $(awk -v k="$rss" 'BEGIN { printf "%.0f MB", k / 1024 }') | $threads |"
}
settled() {
  tries=0
  until "$@" >/dev/null 2>&1; do
    tries=$((tries + 1))
    [ $tries -le 120 ] || { echo "the process never became ready" >&2; cat out err >&2; exit 1; }
    kill -0 "$child" 2>/dev/null || { echo "the process ended" >&2; cat out err >&2; exit 1; }
    sleep 1
  done
}
watching() { jcmd "$child" Thread.print | grep -q 'dev.gatehouse.runtime.Worker.work'; }

printf '\n| idle process | heap in use | resident | threads |\n|---|---|---|---|\n'
java $options -cp "$folder" Nothing wait >out 2>err &
child=$!
settled grep -q ready out
measure 'a JVM that does nothing'
java $options -cp "$path" $main run --watch >out 2>err &
child=$!
settled watching
sleep 10
measure '`gatehouse run --watch`, one shard, nothing to do, after 10 s'
