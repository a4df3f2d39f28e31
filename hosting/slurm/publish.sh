#!/bin/sh
# Builds a portal on a Slurm cluster: its shards as one array job, then the merge, which begins once every shard is done.
#
#   DATA=/shared/my SHARDS=/shared/shards OUT=/shared/site PARTS=64 sh hosting/slurm/publish.sh
#
# This program, the data folder with its id.key and the folder of shards lie on storage that all nodes see: it is the only
# link between the tasks. What a cluster wants beside (partition, account) goes into SBATCH_PARTITION, SBATCH_ACCOUNT.
set -eu
: "${DATA:?the data folder}" "${SHARDS:?a folder for the shards}" "${OUT:?the folder of the portal}"
OTKLIK=$(cd "$(dirname "$0")/../.." && pwd)
PARTS=${PARTS:-64}
# Each run has a folder of its own, so that shards of two runs never meet.
SHARDS=$SHARDS/$(date -u +%Y%m%dT%H%M%SZ)-$$
mkdir -p "$SHARDS"
export OTKLIK DATA SHARDS OUT PARTS

array=$(sbatch --parsable --array="1-$PARTS" --output="$SHARDS/log-%a" "$OTKLIK/hosting/slurm/shard.sbatch")
# A merge whose shards have failed would wait for ever: it is cancelled.
merge=$(sbatch --parsable --dependency="afterok:$array" --kill-on-invalid-dep=yes --output="$SHARDS/log-merge" \
  "$OTKLIK/hosting/slurm/merge.sbatch")
echo "shards: job $array, merge: job $merge, logs: $SHARDS"
# One shard again, say the third:  sbatch --array=3 …/shard.sbatch, then the merge, with the same four variables.
