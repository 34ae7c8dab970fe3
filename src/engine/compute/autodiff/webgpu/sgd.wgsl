// One number moves against its gradient.
fn move_by(at: u32, gradient: f32) {
  weight[at] -= settings.rate * gradient;
}
