#!/usr/bin/env bash
# What takes too long for every change: run before a larger piece of work is closed, or nightly.
#
#   eng/long.sh [rounds] [mutation] [load]     without an argument: all three
#
#   rounds     crash, property, size and leak tests, FLOWENGINE_TEST_ROUNDS (10) times as long as in eng/test.sh
#   mutation   mutation testing of the projects without input and output; fails below the score in eng/mutation/PROJECT.json.
#              FLOWENGINE_MUTATE="engine" or "comparing moving" takes some of them
#   load       a thousand people in conversation for FLOWENGINE_LOAD_SECONDS (300), and the sums of 200 compared conversations
#
# Everything is written to artifacts/long, a summary to eng/results/long.md; commit the summary. The exit code is 0 only without failures.
set -euo pipefail

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
cd "$root"
exec </dev/null

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 MSBUILDDISABLENODEREUSE=1 UseSharedCompilation=false DOTNET_CLI_USE_MSBUILD_SERVER=0
export FLOWENGINE_TEST_ROUNDS="${FLOWENGINE_TEST_ROUNDS:-10}"

results="$root/artifacts/long"
summary="$root/eng/results/long.md"
mkdir -p "$results" "$(dirname "$summary")"
failures=0
lines=()

fail() {
  echo "FAILED: $1"
  failures=$((failures + 1))
}

build() {
  dotnet build FlowEngine.sln -c Release --nologo -v q -p:RunAnalyzers=false
}

counter() {
  find "$1" -name '*.trx' -exec grep -ho '<Counters [^>]*' {} + | grep -o " $2=\"[0-9]*\"" | tr -dc '0-9\n' | awk '{ sum += $1 } END { print sum + 0 }' || true
}

run_rounds() {
  local project name folder code began
  for project in tests/*.Tests/*.csproj; do
    name="$(basename "$project" .csproj)"
    grep -rqs --include='*.cs' 'Trait(Rounds.Trait' "$(dirname "$project")" || continue
    folder="$results/rounds/$name"
    rm -rf "$folder"
    mkdir -p "$folder"
    code=0
    began=$SECONDS
    dotnet test "$project" -c Release --no-build --filter Rounds=Many --logger trx --results-directory "$folder" \
      --blame-hang-timeout 60m --blame-hang-dump-type none || code=$?
    [ "$code" -eq 0 ] || fail "$project"
    lines+=("| rounds: $name, $FLOWENGINE_TEST_ROUNDS times | $(counter "$folder" passed) passed, $(counter "$folder" failed) failed | $((SECONDS - began)) s |")
  done
}

# The project that a configuration mutates is the one named like it under src.
run_mutation() {
  local config name project score code began
  dotnet tool restore
  for name in ${FLOWENGINE_MUTATE:-comparing moving engine}; do
    config="$root/eng/mutation/$name.json"
    project="$(sed -n 's/.*"project": "\(.*\)\.csproj".*/\1/p' "$config")"
    code=0
    began=$SECONDS
    (cd "src/$project" && dotnet stryker --config-file "$config" --output "$results/mutation/$name" --skip-version-check) \
      | tee "$results/mutation-$name.log" || code=$?
    score="$(sed -n 's/.*The final mutation score is \(.*\)/\1/p' "$results/mutation-$name.log" | tail -n 1)"
    [ "$code" -eq 0 ] || fail "mutation of $project"
    lines+=("| mutation: $project | ${score:-no score} | $((SECONDS - began)) s |")
  done
}

run_load() {
  local began=$SECONDS code=0
  dotnet run --project tests/Load -c Release --no-build -- --people 1000 --seconds "${FLOWENGINE_LOAD_SECONDS:-300}" --output "$results/people.md" || code=$?
  dotnet run --project tests/Load -c Release --no-build -- --compared 200 --output "$results/compared-sums.md" || code=$?
  [ "$code" -eq 0 ] || fail "load"
  lines+=("| load | exit code $code | $((SECONDS - began)) s |")
}

parts=("$@")
[ "${#parts[@]}" -gt 0 ] || parts=(rounds mutation load)
for part in "${parts[@]}"; do
  case "$part" in
    rounds | mutation | load) ;;
    *)
      echo "'$part' is not one of rounds, mutation, load." >&2
      exit 2
      ;;
  esac
done

build
for part in "${parts[@]}"; do
  "run_$part"
done

{
  echo "# Long tests"
  echo
  echo "Written by \`eng/long.sh ${parts[*]}\` on $(date -u +%Y-%m-%d) at commit $(git rev-parse --short HEAD), $(nproc) processors."
  echo
  echo "| what | result | time |"
  echo "| --- | --- | --- |"
  printf '%s\n' "${lines[@]}"
} >"$summary"
cat "$summary"
[ "$failures" -eq 0 ]
