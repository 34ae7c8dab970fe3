import { trustedDrawing } from '../../../gate/trusted.ts';
import { lightDefs } from './light.ts';
import { patternDefs } from './patterns.ts';
import { textureDefs } from './textures.ts';

/**
 * Light, textures and patterns of all pictures, which refer to them by id: once on a page, and pictures need no
 * ids of their own. They work only where they are laid out, so never within `display: none`.
 */
export const pictureDefs = (): string =>
  trustedDrawing(`<defs>${lightDefs()}${textureDefs()}${patternDefs()}</defs>`);
