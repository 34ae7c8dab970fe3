/** Where the map is looked at from. Map coordinates are those of the frames: −1 … 1 both ways, y upwards. */
export interface Camera {
  /** 1: the whole map. 1 … MAX_ZOOM. */
  readonly zoom: number;
  /** The point of the map in the middle of the box. */
  readonly x: number;
  readonly y: number;
}

/** What the map is drawn into, in CSS pixels. */
export interface Box {
  readonly width: number;
  readonly height: number;
}

/** Pixels are `middle + (map − camera) · scale`, with y turned over. */
export interface Projection {
  readonly scaleX: number;
  readonly scaleY: number;
  readonly left: number;
  readonly top: number;
}

export const WHOLE_MAP: Camera = { zoom: 1, x: 0, y: 0 };
export const MAX_ZOOM = 12;

/** Room for a lamp's glow and a neighbourhood's name at the edge, px. */
const MARGIN = 18;
/** The map is stretched to the box's shape up to this ratio; beyond it, the longer side keeps free ends. */
const MAX_STRETCH = 1.9;

export function projectionOf(box: Box, camera: Camera): Projection {
  const width = Math.max(1, box.width - 2 * MARGIN) / 2;
  const height = Math.max(1, box.height - 2 * MARGIN) / 2;
  const scaleX = Math.min(width, height * MAX_STRETCH) * camera.zoom;
  const scaleY = Math.min(height, width * MAX_STRETCH) * camera.zoom;
  return {
    scaleX,
    scaleY,
    left: box.width / 2 - camera.x * scaleX,
    top: box.height / 2 + camera.y * scaleY,
  };
}

/** Writes the pixels of `positions` Float32[n, 2] into `pixels` Float32[n, 2]. */
export function project(positions: Float32Array, at: Projection, pixels: Float32Array): void {
  for (let i = 0; i + 1 < positions.length; i += 2) {
    pixels[i] = at.left + positions[i]! * at.scaleX;
    pixels[i + 1] = at.top - positions[i + 1]! * at.scaleY;
  }
}

/** Zooms by `factor`; what is at the pixel stays there, as far as the edge of the map allows. */
export function zoomedAbout(camera: Camera, box: Box, px: number, py: number, factor: number): Camera {
  const zoom = Math.min(MAX_ZOOM, Math.max(1, camera.zoom * factor));
  const before = projectionOf(box, camera);
  const after = projectionOf(box, { ...camera, zoom });
  const mapX = (px - before.left) / before.scaleX;
  const mapY = (before.top - py) / before.scaleY;
  return held({
    zoom,
    x: mapX - (px - box.width / 2) / after.scaleX,
    y: mapY + (py - box.height / 2) / after.scaleY,
  });
}

/** Moves what is drawn by pixels: the map follows the finger. */
export function panned(camera: Camera, box: Box, dx: number, dy: number): Camera {
  const { scaleX, scaleY } = projectionOf(box, camera);
  return held({ ...camera, x: camera.x - dx / scaleX, y: camera.y + dy / scaleY });
}

/** Moves only as far as a pixel needs to lie within the box, `margin` px from its edge. */
export function broughtIntoView(camera: Camera, box: Box, px: number, py: number, margin: number): Camera {
  const dx = Math.max(0, margin - px) - Math.max(0, px - (box.width - margin));
  const dy = Math.max(0, margin - py) - Math.max(0, py - (box.height - margin));
  return dx === 0 && dy === 0 ? camera : panned(camera, box, dx, dy);
}

/** The whole map cannot be moved; the closer, the further towards its edge one may look. */
function held({ zoom, x, y }: Camera): Camera {
  if (zoom <= 1) return WHOLE_MAP;
  const reach = 1 - 1 / zoom;
  const within = (value: number): number => Math.min(reach, Math.max(-reach, value));
  return { zoom, x: within(x), y: within(y) };
}
