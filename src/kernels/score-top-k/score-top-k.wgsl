// Scores a run of items for one query and keeps its k best. Workgroup (query, run).
// One run: the lists are the answer. More: merge-top-k.wgsl merges them.
// Constants put in front: DIM, THREADS. Lane: see lane-*.wgsl. The held pairs: see selection.wgsl.
const LANES = DIM / WIDTH;

struct Settings {
  query_begin: u32,
  item_count: u32,
  items_per_run: u32,
  run_count: u32,
  list_begin: u32,   // where the first query's lists begin
  k: u32,
}
@group(0) @binding(0) var<uniform> settings: Settings;
@group(0) @binding(1) var<storage, read> queries: array<Lane>;             // [queryCount, LANES]
@group(0) @binding(2) var<storage, read> items: array<Lane>;               // [item_count, LANES]
@group(0) @binding(3) var<storage, read> excluded_offsets: array<i32>;
@group(0) @binding(4) var<storage, read> excluded: array<u32>;
@group(0) @binding(5) var<storage, read_write> list_items: array<u32>;     // [queries, run_count, k]
@group(0) @binding(6) var<storage, read_write> list_scores: array<u32>;    // the same, bits of f32

var<workgroup> query: array<Lane, LANES>;

fn is_excluded(row: u32, item: u32) -> bool {
  var low = u32(excluded_offsets[row]);
  let end = u32(excluded_offsets[row + 1u]);
  var high = end;
  while (low < high) {
    let middle = (low + high) / 2u;
    if (excluded[middle] < item) { low = middle + 1u; } else { high = middle; }
  }
  return low < end && excluded[low] == item;
}

@compute @workgroup_size(THREADS)
fn main(@builtin(workgroup_id) id: vec3<u32>, @builtin(local_invocation_index) thread: u32) {
  let row = settings.query_begin + id.x;
  let k = settings.k;
  for (var i = thread; i < LANES; i += THREADS) { query[i] = queries[row * LANES + i]; }
  begin_selection(thread, k);
  let begin = id.y * settings.items_per_run;
  let end = min(settings.item_count, begin + settings.items_per_run);
  for (var first = begin; first < end; first += TILE) {
    begin_tile(thread, k);
    for (var item = first + thread; item < min(end, first + TILE); item += THREADS) {
      var sums = Lane();
      for (var i = 0u; i < LANES; i++) { sums += items[item * LANES + i] * query[i]; }
      let score = sum_of(sums);
      // −0 and 0 are one score, and must be one key.
      let key = key_of(select(bitcast<u32>(score), 0u, score == 0.0));
      if (is_better(key, item, k) && !is_excluded(row, item)) { take(key, item); }
    }
    end_tile(thread);
  }
  workgroupBarrier();
  sort_held(thread);
  for (var i = thread; i < k; i += THREADS) {
    let place = settings.list_begin + (id.x * settings.run_count + id.y) * k + i;
    list_items[place] = items_held[i];
    list_scores[place] = score_bits_of(keys[i]);
  }
}
