import type { Words } from '../en.ts';

export const wishes: Words['wishes'] = {};
