import type { Vocabulary } from './drawing.ts';
import { LIVING_ROOM_LIGHT } from './living-room-light.ts';
import { LIVING_ROOM_SOFT } from './living-room-soft.ts';
import { LIVING_ROOM_WALL } from './living-room-wall.ts';

export const LIVING_ROOM: Vocabulary = { ...LIVING_ROOM_LIGHT, ...LIVING_ROOM_SOFT, ...LIVING_ROOM_WALL };
