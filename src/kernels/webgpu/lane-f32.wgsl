// A lane is one element of an embedding: for widths that are no multiple of 4.
alias Lane = f32;
const WIDTH = 1u;
fn sum_of(lane: Lane) -> f32 { return lane; }
fn element(lane: Lane, index: u32) -> f32 { return lane; }
fn with_last(lane: Lane, value: f32) -> Lane { return value; }
