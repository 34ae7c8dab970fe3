// One workgroup sorts the places of a list by their id, places of the same id in their order: a radix sort, four bits
// a round, the lowest first. Each thread counts and moves a run of its own, so the order does not depend on timing.
// Constants put in front: none.
const THREADS = 128u;
const DIGITS = 16u;

struct Settings {
  count: u32,
  limit: u32,    // an id from here on, and a negative one, comes last, as `limit`
  rounds: u32,   // even: the result is where the first round began
}
@group(0) @binding(0) var<uniform> settings: Settings;
@group(0) @binding(1) var<storage, read> ids: array<i32>;             // [count]
@group(0) @binding(2) var<storage, read_write> sorted: array<u32>;    // [2, 2, count]: ids, places; twice

var<workgroup> starts: array<u32, THREADS * DIGITS>;                  // [DIGITS, THREADS]
var<workgroup> totals: array<u32, DIGITS>;

@compute @workgroup_size(THREADS)
fn main(@builtin(local_invocation_index) thread: u32) {
  let count = settings.count;
  let own = (count + THREADS - 1u) / THREADS;
  let begin = min(thread * own, count);
  let end = min(begin + own, count);
  for (var place = begin; place < end; place++) {
    let id = ids[place];
    sorted[place] = select(u32(id), settings.limit, id < 0 || u32(id) >= settings.limit);
    sorted[count + place] = place;
  }
  for (var round = 0u; round < settings.rounds; round++) {
    let source = (round % 2u) * 2u * count;
    let target_at = 2u * count - source;
    let shift = 4u * round;
    for (var digit = 0u; digit < DIGITS; digit++) { starts[digit * THREADS + thread] = 0u; }
    for (var i = begin; i < end; i++) {
      starts[((sorted[source + i] >> shift) % DIGITS) * THREADS + thread] += 1u;
    }
    workgroupBarrier();
    // How many come before: of smaller digits, and of this one with the threads before.
    if (thread < DIGITS) {
      var sum = 0u;
      for (var other = 0u; other < THREADS; other++) { sum += starts[thread * THREADS + other]; }
      totals[thread] = sum;
    }
    workgroupBarrier();
    if (thread < DIGITS) {
      var before = 0u;
      for (var digit = 0u; digit < thread; digit++) { before += totals[digit]; }
      for (var other = 0u; other < THREADS; other++) {
        let here = starts[thread * THREADS + other];
        starts[thread * THREADS + other] = before;
        before += here;
      }
    }
    workgroupBarrier();
    for (var i = begin; i < end; i++) {
      let id = sorted[source + i];
      let slot = ((id >> shift) % DIGITS) * THREADS + thread;
      let to = starts[slot];
      starts[slot] = to + 1u;
      sorted[target_at + to] = id;
      sorted[target_at + count + to] = sorted[source + count + i];
    }
    storageBarrier();
    workgroupBarrier();
  }
}
