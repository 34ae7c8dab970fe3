// Scale and offset of a batch by Adam: one workgroup sums their gradients, always in the same order.
// Constants put in front: THREADS (a power of 2), LEARNS_SCALE (1: yes, 0: no).
struct Settings { pair_count: u32, rate: f32, beta1: f32, beta2: f32, epsilon: f32 }
@group(0) @binding(0) var<uniform> settings: Settings;
@group(0) @binding(1) var<storage, read> factors: array<f32>;                // [pair_count, 3]
@group(0) @binding(2) var<storage, read_write> output: array<f32>;           // [2]: scale, offset
@group(0) @binding(3) var<storage, read_write> output_moments: array<f32>;   // [2, 2]: m, v

var<workgroup> sums: array<vec2<f32>, THREADS>;

fn move_by(index: u32, gradient: f32) {
  let m = settings.beta1 * output_moments[index] + (1.0 - settings.beta1) * gradient;
  let v = settings.beta2 * output_moments[2u + index] + (1.0 - settings.beta2) * gradient * gradient;
  output_moments[index] = m;
  output_moments[2u + index] = v;
  output[index] -= settings.rate * m / (sqrt(v) + settings.epsilon);
}

@compute @workgroup_size(THREADS)
fn main(@builtin(local_invocation_index) thread: u32) {
  var own = vec2<f32>();
  for (var pair = thread; pair < settings.pair_count; pair += THREADS) {
    own += vec2<f32>(factors[3u * pair + 2u], factors[3u * pair + 1u]);
  }
  sums[thread] = own;
  for (var half = THREADS / 2u; half > 0u; half /= 2u) {
    workgroupBarrier();
    if (thread < half) { sums[thread] += sums[thread + half]; }
  }
  if (thread == 0u) {
    if (LEARNS_SCALE == 1u) { move_by(0u, sums[0].x); }
    move_by(1u, sums[0].y);
  }
}
