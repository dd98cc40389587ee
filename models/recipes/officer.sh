#!/usr/bin/env bash
# How an officer is made, from nothing to the booth. Two sizes:
#
#     SIZE=tiny models/recipes/officer.sh    minutes on a laptop: the whole chain, with a toy that learns hardly anything
#     SIZE=full models/recipes/officer.sh    hours, unattended: the officer that ships with Garita
#
# Every step leaves its result in $WORK and is passed over where that is there already. So after Ctrl-C, a power cut or a
# full disk the same command goes on where it stopped; to do a step again, delete its result and those of the later ones.
# Where a step fails the script stops, and the exit code is the step's: 1 if the gate does not let the officer through.

set -euo pipefail
trap 'exit 130' INT TERM # the steps save what they have when they are stopped, and end as if all were well

cd "$(dirname "${BASH_SOURCE[0]}")/../.." # the repository: paths below and in the recipes begin here

SIZE=${SIZE:-tiny}
WORK=${WORK:-work/$SIZE} # the base, conversations, adapters and reports: 0.5 GB at full size
THREADS=${THREADS:-1}    # one less than there are cores is quickest
PATH=$PWD/.venv/bin:$PATH # where `make run` has put garita
mkdir -p "$WORK"
WORK=$(cd "$WORK" && pwd)

case $SIZE in
tiny)
    RECIPES=models/recipes/tiny
    BASE_MINUTES=0.1
    CONVERSATIONS=120
    FINETUNE=(garita train finetune)
    JUDGED=(--held 4 --booth 1 --talks 2 --heard 10 --corpus 40)
    export GARITA_HOME=$WORK/home # a toy must not become the officer you practise with
    ;;
full)
    RECIPES=models/recipes
    BASE_MINUTES=145
    CONVERSATIONS=20000
    # two processes on the processor; where there are GPUs, leave ACCELERATE_USE_CPU away and say how many they are
    FINETUNE=(env ACCELERATE_USE_CPU=true OMP_NUM_THREADS=1 accelerate launch --multi_gpu --num_machines 1
        --num_processes 2 --mixed_precision no --dynamo_backend no -m garita train finetune)
    JUDGED=(--held 200 --booth 60 --by-hand tests/by_hand)
    ;;
*)
    echo "SIZE is tiny or full, not '$SIZE'" >&2
    exit 2
    ;;
esac

step() { printf '\n== %s\n' "$1"; }
done_before() { [ -e "$1" ] && echo "   $1 is there already"; }

step "1. simulate: both sides of conversations at the booth, with the facts, the officer's plan and the right reply"
# Two models can write some, too (garita train generate): give their conversations.jsonl to the next step as well.
done_before "$WORK/conversations.jsonl" ||
    garita train corpus "$WORK/conversations.jsonl" --count "$CONVERSATIONS" --seed 7 --rare

step "2. dataset: cleaned, told apart by hash into training, validation and test; report.html shows what is in it"
done_before "$WORK/dataset/dataset.json" ||
    garita train dataset "$WORK/dataset" "$WORK/conversations.jsonl"

step "3. pretrain: the base, which knows hotels, shops and small talk in two languages, and nothing of customs"
if ! done_before "$WORK/base.gguf"; then
    finished=$(garita train pretrain "$WORK/base" --recipe "$RECIPES/base.toml" --minutes "$BASE_MINUTES" --threads "$THREADS")
    [ -n "$finished" ] || exit 130 # stopped on the way: it names its model only when it has used its time
    garita train export "$WORK/base/model" "$WORK/base.gguf" --type F16
fi

step "4. finetune: LoRA teaches it the officer's replies; the loss is on nobody else's words"
if ! done_before "$WORK/tuned/adapter/adapter_model.safetensors"; then
    sed "s|work/$SIZE|$WORK|" "$RECIPES/finetune.toml" >"$WORK/finetune.toml" # where base, dataset and output are here
    "${FINETUNE[@]}" "$WORK/finetune.toml"
fi

step "5. merge: base and adapter become one file, quantised"
done_before "$WORK/officer.gguf" ||
    garita convert merge --base "$WORK/base.gguf" --adapter "$WORK/tuned/adapter" --out "$WORK/officer.gguf" --type Q8_0 \
        --name "Oficial Garita"

step "6. check: does the file answer as base and adapter do, and how much of what was learned survived in its types?"
if ! done_before "$WORK/check.json"; then
    garita convert check --base "$WORK/base.gguf" --adapter "$WORK/tuned/adapter" --merged "$WORK/officer.gguf" --json \
        >"$WORK/check.json.partial"
    mv "$WORK/check.json.partial" "$WORK/check.json"
fi

step "7. evaluate: the tuned officer beside its base, then the officer that speaks now, on the same held-out conversations"
done_before "$WORK/report/report.json" ||
    garita evaluate officer --model "$WORK/officer.gguf" --against "$WORK/base.gguf" --trained-on "$WORK/dataset" \
        "${JUDGED[@]}" --out "$WORK/report"
if ! done_before "$WORK/promoted"; then
    active=$(garita officers list --json | python -c 'import json, sys; print(json.load(sys.stdin)["file"])')
    report_of_active=$WORK/active/$(basename "$active" .gguf)
    done_before "$report_of_active/report.json" ||
        garita evaluate officer --model "$active" --trained-on "$WORK/dataset" "${JUDGED[@]}" --out "$report_of_active"

    step "8. gate and promote: $RECIPES/gate.toml says what an officer must reach; who passes speaks from now on"
    garita train gate "$WORK/report/report.json" --against "$report_of_active/report.json" \
        --rules "$RECIPES/gate.toml" --promote
    touch "$WORK/promoted"
fi

step "done: $WORK/report/report.html tells how good it is; garita officers list shows who speaks"
