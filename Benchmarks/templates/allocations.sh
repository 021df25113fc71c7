#!/bin/sh
# Prints how many allocations one render of each benchmark page makes, counted by valgrind as the
# difference between many renders and few.
#
#   allocations.sh PROGRAM DATA
set -eu
data=$2
pages=$(dirname "$0")/pages
# Valgrind cannot read the debugging symbols of Swift programs.
program=$data/stripped
strip -o "$program" "$1"

allocations() {
  valgrind "$program" template bench "$1.html" --root "$pages" --data "$data/$1.json" \
    --renders "$2" 2>&1 | sed -n 's/.*total heap usage: \([0-9,]*\) allocs.*/\1/p' | tr -d ,
}

for page in blog table edition; do
  few=$(allocations "$page" 5)
  many=$(allocations "$page" 25)
  awk -v page="$page" -v few="$few" -v many="$many" \
    'BEGIN { printf "%s: %.1f allocations a render\n", page, (many - few) / 20 }'
done
