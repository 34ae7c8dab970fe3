// Merges the lists that score-top-k.wgsl left of each run of items into the k best of the query.
// One workgroup a query. Constants put in front: THREADS. The held pairs: see selection.wgsl.
struct Settings { query_begin: u32, list_length: u32, k: u32 }
@group(0) @binding(0) var<uniform> settings: Settings;
@group(0) @binding(1) var<storage, read> list_items: array<u32>;         // [queries, list_length]
@group(0) @binding(2) var<storage, read> list_scores: array<u32>;        // the same, bits of f32
@group(0) @binding(3) var<storage, read_write> out_items: array<u32>;    // [queryCount, k]
@group(0) @binding(4) var<storage, read_write> out_scores: array<u32>;   // the same, bits of f32

@compute @workgroup_size(THREADS)
fn main(@builtin(workgroup_id) id: vec3<u32>, @builtin(local_invocation_index) thread: u32) {
  let k = settings.k;
  begin_selection(thread, k);
  for (var first = 0u; first < settings.list_length; first += TILE) {
    begin_tile(thread, k);
    for (var i = first + thread; i < min(settings.list_length, first + TILE); i += THREADS) {
      let place = id.x * settings.list_length + i;
      let key = key_of(list_scores[place]);
      if (is_better(key, list_items[place], k)) { take(key, list_items[place]); }
    }
    end_tile(thread);
  }
  workgroupBarrier();
  sort_held(thread);
  for (var i = thread; i < k; i += THREADS) {
    let place = (settings.query_begin + id.x) * k + i;
    out_items[place] = items_held[i];
    out_scores[place] = score_bits_of(keys[i]);
  }
}
