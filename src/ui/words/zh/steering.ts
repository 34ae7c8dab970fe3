import type { Words } from '../en.ts';

export const steering: Words['steering'] = {};
