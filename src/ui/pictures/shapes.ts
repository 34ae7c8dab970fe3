/** All that draws: a chunk of its own, after the shell. */
export { Cover } from './covers/cover.tsx';
export { drawPicture, isDrawn } from './draw-picture.ts';
export { pictureDefs } from './render/defs.ts';
