// One workgroup solves one row by warm-started conjugate gradients on the system of system.wgsl.
// Each thread holds its share of x, of the residual and of the direction p; what is multiplied is in `direction`.

fn squared_norm(vector: Share, thread: u32, slot: u32) -> f32 {
  var own = Lane();
  for (var part = 0u; part < PARTS; part++) {
    if (thread < SPAN && thread + part * SPAN < LANES) { own += vector[part] * vector[part]; }
  }
  return sum_over(thread, SPAN, slot, sum_of(own));
}

@compute @workgroup_size(THREADS)
fn main(@builtin(workgroup_id) id: vec3<u32>, @builtin(local_invocation_index) thread: u32) {
  let row = settings.row_begin + id.x;
  let begin = u32(row_offsets[row]);
  let end = u32(row_offsets[row + 1u]);
  if (begin == end) {
    for (var i = thread; i < LANES; i += THREADS) { solution[row * LANES + i] = Lane(); }
    if (thread == 0u) { row_loss[row] = 0.0; }
    return;
  }
  for (var i = thread; i < LANES; i += THREADS) { set_direction(i, solution[row * LANES + i]); }
  workgroupBarrier();
  var residual = multiply(thread, row, begin, end, true);
  let row_total = sum_over(thread, THREADS, 0u, loss);
  if (thread == 0u) { row_loss[row] = row_total; }
  var squared = squared_norm(residual, thread, 1u);
  let enough = max(settings.residual_relative * squared, settings.residual_absolute);

  var x = Share();
  var p = residual;
  for (var part = 0u; part < PARTS; part++) {
    let i = thread + part * SPAN;
    if (thread < SPAN && i < LANES) {
      x[part] = direction[i];
      set_direction(i, p[part]);
    }
  }
  var stopped = !(squared > enough);
  for (var step = 0u; step < settings.cg_steps; step++) {
    workgroupBarrier();
    let product = multiply(thread, row, begin, end, false);
    var own = Lane();
    for (var part = 0u; part < PARTS; part++) {
      if (thread < SPAN && thread + part * SPAN < LANES) { own += p[part] * product[part]; }
    }
    let curvature = sum_over(thread, SPAN, 0u, sum_of(own));
    // The steps of a solved row change nothing: leaving early would cost every row a barrier.
    stopped = stopped || !(curvature > 0.0) || !(squared > enough);
    let length = select(squared / curvature, 0.0, stopped);
    for (var part = 0u; part < PARTS; part++) {
      x[part] += length * p[part];
      residual[part] -= length * product[part];
    }
    let next = squared_norm(residual, thread, 1u);
    let turn = select(next / squared, 0.0, stopped);
    for (var part = 0u; part < PARTS; part++) {
      let i = thread + part * SPAN;
      p[part] = residual[part] + turn * p[part];
      if (thread < SPAN && i < LANES) { set_direction(i, p[part]); }
    }
    squared = next;
  }
  for (var part = 0u; part < PARTS; part++) {
    let i = thread + part * SPAN;
    if (thread < SPAN && i < LANES) { solution[row * LANES + i] = x[part]; }
  }
}
