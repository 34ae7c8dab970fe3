import laneF32 from './lane-f32.wgsl?raw';
import laneVec4 from './lane-vec4.wgsl?raw';

/** The widest load that rows of `dim` elements allow: four elements where every row begins on one of four. */
export function laneOf(dim: number): string {
  return dim % 4 === 0 ? laneVec4 : laneF32;
}
