import type { Words } from '../en.ts';

export const moved: Words['moved'] = {};
