// First pass of a batch, one thread a pair: its loss, and its factors: what a slope weighs in the gradient of a row,
// and its parts of the gradients of offset and scale.
@group(0) @binding(2) var<storage, read> labels: array<f32>;
@group(0) @binding(3) var<storage, read_write> losses: array<f32>;
@group(0) @binding(4) var<storage, read> user_embeddings: array<Lane>;
@group(0) @binding(5) var<storage, read> item_embeddings: array<Lane>;
@group(0) @binding(6) var<storage, read> output: array<f32>;
@group(0) @binding(7) var<storage, read_write> factors: array<f32>;   // [pair_count, 3]

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3<u32>) {
  if (id.x >= settings.pair_count) { return; }
  let at = (settings.first_pair + id.x) * STRIDE;
  let user = u32(plan[at]) * LANES;
  let item = u32(plan[at + 1u]) * LANES;
  var rival = 0u;
  if (RIVALS == 1u) { rival = u32(plan[at + 2u]) * LANES; }
  var s = 0.0;
  for (var i = 0u; i < LANES; i++) {
    var y = item_embeddings[item + i];
    if (RIVALS == 1u) { y -= item_embeddings[rival + i]; }
    if (BIASED == 1u && i == LANES - 1u) { s += element(y, WIDTH - 1u); }
    s += sum_of(user_embeddings[user + i] * user_slope_of(y, i));
  }
  let pair = settings.first_label + id.x;
  let outcome = outcome_at(output[0] * s + output[1], labels[pair]);
  losses[pair] = outcome.loss;
  let slope = -outcome.residual / f32(settings.pair_count);
  factors[3u * id.x] = slope * output[0];
  factors[3u * id.x + 1u] = slope;
  factors[3u * id.x + 2u] = slope * s;
}
