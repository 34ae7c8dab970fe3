import type { Words } from '../en.ts';

export const constellation: Words['constellation'] = {};
