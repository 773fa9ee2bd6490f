#!/bin/sh
# The main job on the reference trust: validate, render, judge, plan, and push one school to devices
# that are EMULATED on this machine. Everything made here is below build/demo.
set -eu
cd "$(dirname "$0")/.."
site=willow-infant
work=build/demo
rm -rf "$work"
mkdir -p "$work"

say() { printf '\n\033[1m%s\033[0m\n' "$*"; }
[ -t 1 ] || say() { printf '\n%s\n' "$*"; }

say "1  validate: is the inventory right?"
netgen validate

say "2  render: are the golden configs what the model says?"
netgen render --check

say "3  judge: do the texts do what the model says, and nothing else?"
netgen judge >"$work/judgement.txt" || { cat "$work/judgement.txt"; exit 1; }
tail -n 4 "$work/judgement.txt"

say "4  start EMULATED devices of $site (real protocols, no real devices)"
python demo/devices.py "$site" "$work"
python -m tests.emulators --devices "$work/devices.json" --lab-out "$work/lab/lab.yaml" >"$work/emulators.log" 2>&1 &
emulators=$!
trap 'kill "$emulators" 2>/dev/null || true; wait "$emulators" 2>/dev/null || true' EXIT INT TERM
tries=0
until [ -f "$work/lab/credentials.env" ] && grep -q EMULATED "$work/emulators.log"; do
    tries=$((tries + 1))
    if [ "$tries" -gt 100 ] || ! kill -0 "$emulators" 2>/dev/null; then
        cat "$work/emulators.log" >&2
        exit 1
    fi
    sleep 0.2
done
cat "$work/emulators.log"
. "$work/secrets.env"
. "$work/lab/credentials.env"

say "5  plan: what would change, how is it undone, what does it rest on?"
netgen plan --site "$site" --lab "$work/lab/lab.yaml" --output "$work/plan.json"

say "6  push, dry run: load, compare, discard"
netgen push "$work/plan.json" --lab "$work/lab/lab.yaml" --journal "$work/dry.sqlite" --backups "$work/backups"

say "7  push: commit on a timer, look, confirm over a new connection"
netgen push "$work/plan.json" --commit --lab "$work/lab/lab.yaml" --journal "$work/push.sqlite" --backups "$work/backups"

say "8  plan again: nothing is left to change"
netgen plan --site "$site" --lab "$work/lab/lab.yaml" --output "$work/after.json"

say "9  undo: every device back to its backup, the last one first"
netgen undo "$work/plan.json" --lab "$work/lab/lab.yaml" --journal "$work/push.sqlite" --backups "$work/backups"
