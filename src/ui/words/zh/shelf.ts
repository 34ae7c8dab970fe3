import type { Words } from '../en.ts';

export const shelf: Words['shelf'] = {};
