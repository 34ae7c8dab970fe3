// A lane is four neighbouring elements of an embedding: for widths that are a multiple of 4.
alias Lane = vec4<f32>;
const WIDTH = 4u;
fn sum_of(lane: Lane) -> f32 { return lane.x + lane.y + lane.z + lane.w; }
fn element(lane: Lane, index: u32) -> f32 { return lane[index]; }
fn with_last(lane: Lane, value: f32) -> Lane { return vec4<f32>(lane.xyz, value); }
