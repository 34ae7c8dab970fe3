import type { Vocabulary } from './drawing.ts';
import { livingRoomLight } from './living-room-light.ts';
import { livingRoomSoft } from './living-room-soft.ts';
import { livingRoomWall } from './living-room-wall.ts';

export const livingRoom = (): Vocabulary => ({
  ...livingRoomLight(),
  ...livingRoomSoft(),
  ...livingRoomWall(),
});
