import type { Words } from '../en.ts';

export const department: Words['department'] = {};
