// Plain SGD, one pair a step: each step begins where the one before it has ended, so one workgroup takes them all.
// A thread owns the same lanes of every row: what it reads of a row nobody else has written. Scale and offset are
// in each thread's registers. Two sets of partial sums in turn need one barrier a pair.
// Constants put in front: DIM, THREADS, BIASED, RIVALS, LEARNS_SCALE, LEARNS_OFFSET (1: yes, 0: no).
const LANES = DIM / WIDTH;
const PARTS = (LANES + THREADS - 1u) / THREADS;

struct Settings { pair_begin: u32, pair_end: u32, learning_rate: f32, keep: f32 }
@group(0) @binding(0) var<uniform> settings: Settings;
@group(0) @binding(1) var<storage, read> users: array<i32>;
@group(0) @binding(2) var<storage, read> items: array<i32>;
@group(0) @binding(3) var<storage, read> rivals: array<i32>;
@group(0) @binding(4) var<storage, read> labels: array<f32>;
@group(0) @binding(5) var<storage, read_write> losses: array<f32>;
@group(0) @binding(6) var<storage, read_write> user_embeddings: array<Lane>;
@group(0) @binding(7) var<storage, read_write> item_embeddings: array<Lane>;
@group(0) @binding(8) var<storage, read_write> output: array<f32>;

var<workgroup> partials: array<f32, 2u * THREADS>;

@compute @workgroup_size(THREADS)
fn main(@builtin(local_invocation_index) thread: u32) {
  var scale = output[0];
  var offset = output[1];
  for (var pair = settings.pair_begin; pair < settings.pair_end; pair++) {
    let user = u32(users[pair]) * LANES;
    let item = u32(items[pair]) * LANES;
    var rival = 0u;
    if (RIVALS == 1u) { rival = u32(rivals[pair]) * LANES; }
    var user_slope: array<Lane, PARTS>;
    var item_slope: array<Lane, PARTS>;
    var own = 0.0;
    for (var part = 0u; part < PARTS; part++) {
      let i = thread + part * THREADS;
      if (i >= LANES) { continue; }
      var x = user_embeddings[user + i];
      var y = item_embeddings[item + i];
      if (RIVALS == 1u) { y -= item_embeddings[rival + i]; }
      if (BIASED == 1u && i == LANES - 1u) {
        own += element(y, WIDTH - 1u);
        // The user's bias is in the score of both, item and rival.
        y = with_last(y, 1.0 - f32(RIVALS));
        own += sum_of(x * y);
        x = with_last(x, 1.0);
      } else {
        own += sum_of(x * y);
      }
      user_slope[part] = y;
      item_slope[part] = x;
    }
    let base = (pair & 1u) * THREADS;
    partials[base + thread] = own;
    workgroupBarrier();
    var s = 0.0;
    for (var other = 0u; other < THREADS; other++) { s += partials[base + other]; }
    let outcome = outcome_at(scale * s + offset, labels[pair]);
    let gain = settings.learning_rate * outcome.residual;
    for (var part = 0u; part < PARTS; part++) {
      let i = thread + part * THREADS;
      if (i >= LANES) { continue; }
      let step = gain * scale;
      user_embeddings[user + i] = settings.keep * user_embeddings[user + i] + step * user_slope[part];
      item_embeddings[item + i] = settings.keep * item_embeddings[item + i] + step * item_slope[part];
      // Read again: the rival may be the item.
      if (RIVALS == 1u) {
        item_embeddings[rival + i] = settings.keep * item_embeddings[rival + i] - step * item_slope[part];
      }
    }
    if (LEARNS_SCALE == 1u) { scale = settings.keep * scale + gain * s; }
    if (LEARNS_OFFSET == 1u) { offset = settings.keep * offset + gain; }
    if (thread == 0u) { losses[pair] = outcome.loss; }
  }
  if (thread == 0u) {
    output[0] = scale;
    output[1] = offset;
  }
}
