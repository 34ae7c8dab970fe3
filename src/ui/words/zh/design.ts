import type { Words } from '../en.ts';

export const design: Words['design'] = {};
