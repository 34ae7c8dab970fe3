// One number and its moments move by Adam; the correction of the bias is in the rate.
@group(0) @binding(3) var<storage, read_write> first_moments: array<f32>;
@group(0) @binding(4) var<storage, read_write> second_moments: array<f32>;

fn move_by(at: u32, gradient: f32) {
  let m = settings.beta1 * first_moments[at] + (1.0 - settings.beta1) * gradient;
  let v = settings.beta2 * second_moments[at] + (1.0 - settings.beta2) * gradient * gradient;
  first_moments[at] = m;
  second_moments[at] = v;
  weight[at] -= settings.rate * m / (sqrt(v) + settings.epsilon);
}
