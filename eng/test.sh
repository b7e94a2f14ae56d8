#!/usr/bin/env bash
# Everything that must hold before a change is merged: build with analyzers, format, the sample flows in the real editor
# library, the service without V1, storage with Entity Framework Core 10, all tests. The last line is
# "N passed, N failed[, N skipped]"; the exit code is 0 only without failures.
# What takes longer - many rounds, mutation testing, load - is in eng/long.sh.
set -euo pipefail

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
cd "$root"
exec </dev/null

results="$root/artifacts/test-results"
rm -rf "$results"
mkdir -p "$results"

# A user without a home still gets a package cache.
if [ -z "${HOME:-}" ] || [ ! -w "$HOME" ]; then
  export HOME="$root/artifacts/home"
  mkdir -p "$HOME"
fi

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_GENERATE_ASPNET_CERTIFICATE=false

# No process outlives this script, so that nobody who reads its output waits for one. The compile server is the script's own:
# without one, each of the projects would load the compiler and its analyzers anew.
export MSBUILDDISABLENODEREUSE=1 DOTNET_CLI_USE_MSBUILD_SERVER=0
compiler="flowengine-$$"
stop_compiler() {
  local id
  for id in $(pgrep -f -- "-pipename:$compiler" || true); do
    kill "$id" 2>/dev/null || true
  done
}
lanes=()
stop() {
  local lane
  for lane in "${lanes[@]}"; do
    kill -- "-$lane" 2>/dev/null || true
  done
  stop_compiler
}
trap stop EXIT
trap 'exit 130' INT TERM

passed=0
failed=0
skipped=0

heading() { printf '\n== %s (%s)\n' "$1" "$(date +%H:%M:%S)"; }

fail() {
  echo "FAILED: $1"
  failed=$((failed + ${2:-1}))
}

finish() {
  local summary="$passed passed, $failed failed"
  [ "$skipped" -eq 0 ] || summary="$summary, $skipped skipped"
  printf '\n%s\n' "$summary"
  [ "$failed" -eq 0 ]
  exit
}

# Code style is an error of the build, and the order of usings a test: here is only what neither looks at. With --folder no
# project is loaded.
check_format() {
  local log="$results/format.log" faults
  if ! dotnet format whitespace . --folder --verify-no-changes >"$log" 2>&1; then
    cat "$log"
    faults="$(grep -c ': error ' "$log" || true)"
    fail "dotnet format whitespace" "$((faults > 0 ? faults : 1))"
  fi
}

round_trip_in_editor() {
  local log="$results/editor.log"
  if ! command -v node >/dev/null || ! command -v npm >/dev/null; then
    if [ "${CI:-}" = true ]; then
      fail "node and npm are needed in CI"
    else
      echo "skipped: node and npm are not installed"
      skipped=$((skipped + 1))
    fi
    return
  fi
  if ! (cd tests/Drawflow.Node && npm ci --no-audit --no-fund --loglevel=error); then
    fail "npm ci"
    return
  fi
  local code=0 faults
  (cd tests/Drawflow.Node && npm run --silent roundtrip) >"$log" 2>&1 || code=$?
  cat "$log"
  passed=$((passed + $(grep -c '^ok ' "$log" || true)))
  if [ "$code" -ne 0 ]; then
    faults="$(grep -c '^FAIL ' "$log" || true)"
    fail "flows in the editor library" "$((faults > 0 ? faults : 1))"
  fi
  if dotnet run --project src/Cli -c Release --no-build -- flow schema -o "$results/flow.schema.json" \
    && (cd tests/Drawflow.Node && npm run --silent schema -- "$results/flow.schema.json" ../../flows/*.drawflow.json); then
    passed=$((passed + 1))
  else
    fail "flows against their schema"
  fi
}

# V1 goes by deleting its project: the service without it must build, pass the sample flows' tests and answer a message.
serve_without_v1() {
  local log="$results/without-v1.log" out="$root/artifacts/without-v1" program code=0
  program="$out/bin/Cli/release/FlowEngine.Cli.dll"
  (
    set -euo pipefail
    dotnet build src/Cli/Cli.csproj -c Release --artifacts-path "$out" -p:LegacyAssistant=false -p:RunAnalyzers=false -v q --nologo
    [ ! -e "$(dirname "$program")/FlowEngine.LegacyAssistant.dll" ]
    cd "$out"
    dotnet "$program" flow test "$root"/flows/*.drawflow.json
    rm -f v1.db*
    export ASPNETCORE_ENVIRONMENT=Development
    dotnet "$program" serve --urls http://127.0.0.1:0 "--FlowEngine:Database:ConnectionString=Data Source=$out/v1.db" >served.log 2>&1 &
    trap 'kill $!; wait $!' EXIT
    for _ in $(seq 120); do
      address="$(grep -o 'http://127.0.0.1:[0-9]*' served.log | head -1)" && [ -n "$address" ] && break
      sleep 0.5
    done
    curl -sS --fail-with-body "$address/api/chat/messages" -H 'Authorization: Bearer demo-en-chat' -H 'Content-Type: application/json' \
      -d '{"content": "What does the warranty cover?"}' | grep '"engine":"v2"'
  ) >"$log" 2>&1 || code=$?
  if [ "$code" -eq 0 ]; then
    passed=$((passed + 1))
  else
    cat "$log" "$out/served.log" 2>/dev/null
    fail "the service without V1"
  fi
}

# Sums one counter over all result files of a folder.
counter() {
  find "$1" -name '*.trx' -exec grep -ho '<Counters [^>]*' {} + \
    | grep -o " $2=\"[0-9]*\"" | tr -dc '0-9\n' | awk '{ sum += $1 } END { print sum + 0 }' || true
}

# Runs one project after the other. What a project prints appears when it has ended, so that two lanes do not mix.
run_lane() {
  local project folder code began
  for project in "$@"; do
    folder="$results/$(basename "$(dirname "$project")")"
    mkdir -p "$folder"
    code=0
    began=$SECONDS
    # A test that hangs is named and ended: no test event for so long is none that is merely slow.
    dotnet test "$project" -c Release --no-build --logger trx --results-directory "$folder" \
      --blame-hang-timeout 15m --blame-hang-dump-type none >"$folder/output.log" 2>&1 || code=$?
    echo "$code" >"$folder/exit-code"
    {
      echo "-- $project"
      cat "$folder/output.log"
      echo "-- $project took $((SECONDS - began)) s"
    } | flock "$results" cat
  done
}

# The build with Entity Framework Core 10 has no MySQL; its storage tests run on the two other databases.
run_with_ef_core_10() {
  local out="$root/artifacts/ef-core-10" folder="$results/ef-core-10" code=0 began=$SECONDS
  mkdir -p "$folder"
  {
    dotnet build src/Api/Api.csproj -c Release -p:EfCore=10 --artifacts-path "$out" -p:RunAnalyzers=false -v q --nologo \
      && dotnet test tests/Storage.Tests -c Release -p:EfCore=10 --artifacts-path "$out" -p:RunAnalyzers=false -v q --nologo \
        --logger trx --results-directory "$folder" --blame-hang-timeout 15m --blame-hang-dump-type none
  } >"$folder/output.log" 2>&1 || code=$?
  echo "$code" >"$folder/exit-code"
  {
    echo "-- storage with Entity Framework Core 10"
    cat "$folder/output.log"
    echo "-- storage with Entity Framework Core 10 took $((SECONDS - began)) s"
  } | flock "$results" cat
}

count_tests() {
  local project="$1" folder code bad
  folder="$results/$(basename "$(dirname "$project")")"
  code="$(cat "$folder/exit-code" 2>/dev/null || echo 1)"
  passed=$((passed + $(counter "$folder" passed)))
  skipped=$((skipped + $(counter "$folder" total) - $(counter "$folder" executed)))
  bad=$(($(counter "$folder" failed) + $(counter "$folder" error) + $(counter "$folder" timeout) + $(counter "$folder" aborted)))
  if [ "$bad" -gt 0 ] || [ "$code" -ne 0 ]; then
    fail "$project" "$((bad > 0 ? bad : 1))"
  fi
}

# The tests of the service wait a lot - for processes, databases, time-outs -, so the others run beside them.
run_tests() {
  local project waiting=tests/Api.Tests/Api.Tests.csproj others=()
  for project in tests/*.Tests/*.csproj; do
    [ "$project" = "$waiting" ] || others+=("$project")
  done
  # Each lane is a process group, so that it can be stopped with what it started.
  set -m
  run_lane "$waiting" &
  lanes+=($!)
  {
    run_lane "${others[@]}"
    run_with_ef_core_10
  } &
  lanes+=($!)
  set +m
  wait
  lanes=()
  for project in "$waiting" "${others[@]}" storage/ef-core-10/tests; do
    count_tests "$project"
  done
}

heading "restore"
dotnet restore FlowEngine.sln || { fail "dotnet restore"; finish; }

heading "build"
dotnet build FlowEngine.sln -c Release --no-restore -p:UseSharedCompilation=true "-p:SharedCompilationId=$compiler" \
  || { fail "dotnet build"; finish; }
stop_compiler

heading "format"
check_format

heading "sample flows in the editor library"
round_trip_in_editor

heading "the service without V1"
serve_without_v1

heading "tests"
run_tests

finish
