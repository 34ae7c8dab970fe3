// Loss of a pair at z, and what is left to gain: label − σ(z) = −∂loss/∂z.
struct Outcome { loss: f32, residual: f32 }

fn outcome_at(z: f32, label: f32) -> Outcome {
  let tail = exp(-abs(z));
  let probability = select(tail, 1.0, z >= 0.0) / (1.0 + tail);
  return Outcome(max(z, 0.0) - label * z + log(1.0 + tail), label - probability);
}
