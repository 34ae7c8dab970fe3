import type { Words } from '../en.ts';

export const firstMinute: Words['firstMinute'] = {};
