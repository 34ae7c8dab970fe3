// The k best (score, item) pairs seen by a workgroup, best first, ties by the smaller item.
// Scores are held as keys: unsigned integers in the same order. A missing place is −Infinity with item −1.
// k ≤ CAPACITY − TILE = MAX_TOP_K, so that a tile of newcomers always fits behind the k best.
// Constants put in front: THREADS, a divisor of TILE.
const TILE = 256u;
const CAPACITY = 512u;
const NO_KEY = 0x007fffffu;    // key of −Infinity; NaN with a minus sign lies below
const MOST_KEY = 0xff800000u;  // key of Infinity; NaN with a plus sign lies above
const NO_ITEM = 0xffffffffu;   // −1, after every item

var<workgroup> keys: array<u32, CAPACITY>;
var<workgroup> items_held: array<u32, CAPACITY>;
var<workgroup> filled: atomic<u32>;
var<workgroup> filled_now: u32;

fn key_of(bits: u32) -> u32 { return select(bits | 0x80000000u, ~bits, (bits >> 31u) == 1u); }
fn score_bits_of(key: u32) -> u32 { return select(~key, key & 0x7fffffffu, (key >> 31u) == 1u); }

fn precedes(key: u32, item: u32, other_key: u32, other_item: u32) -> bool {
  return key > other_key || (key == other_key && item < other_item);
}

fn begin_selection(thread: u32, k: u32) {
  for (var i = thread; i < CAPACITY; i += THREADS) {
    keys[i] = NO_KEY;
    items_held[i] = NO_ITEM;
  }
  if (thread == 0u) {
    atomicStore(&filled, k);
    filled_now = k;
  }
  workgroupBarrier();
}

// Whether a pair beats the k'th best of the last sort. NaN and −Infinity are never listed; told by their bits,
// since a compiler may take floats to be finite.
fn is_better(key: u32, item: u32, k: u32) -> bool {
  return key > NO_KEY && key <= MOST_KEY && precedes(key, item, keys[k - 1u], items_held[k - 1u]);
}

fn take(key: u32, item: u32) {
  let slot = atomicAdd(&filled, 1u);
  keys[slot] = key;
  items_held[slot] = item;
}

// Bitonic sort.
fn sort_held(thread: u32) {
  for (var size = 2u; size <= CAPACITY; size *= 2u) {
    for (var stride = size / 2u; stride > 0u; stride /= 2u) {
      for (var pair = thread; pair < CAPACITY / 2u; pair += THREADS) {
        let low = 2u * pair - (pair & (stride - 1u));
        let high = low + stride;
        let forward = (low & size) == 0u;
        if (precedes(keys[high], items_held[high], keys[low], items_held[low]) == forward) {
          let key = keys[low];
          let item = items_held[low];
          keys[low] = keys[high];
          items_held[low] = items_held[high];
          keys[high] = key;
          items_held[high] = item;
        }
      }
      workgroupBarrier();
    }
  }
}

// Makes room: sorts, and keeps the k best.
fn keep_best(thread: u32, k: u32) {
  sort_held(thread);
  for (var i = k + thread; i < CAPACITY; i += THREADS) {
    keys[i] = NO_KEY;
    items_held[i] = NO_ITEM;
  }
  if (thread == 0u) { atomicStore(&filled, k); }
  workgroupBarrier();
}

// To be called by all threads before a tile's takes, and `end_tile` after them.
fn begin_tile(thread: u32, k: u32) {
  if (workgroupUniformLoad(&filled_now) > CAPACITY - TILE) { keep_best(thread, k); }
}

fn end_tile(thread: u32) {
  workgroupBarrier();
  if (thread == 0u) { filled_now = atomicLoad(&filled); }
}
