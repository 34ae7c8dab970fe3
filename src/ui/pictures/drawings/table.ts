import type { Vocabulary } from './drawing.ts';
import { TABLE_CROCKERY } from './table-crockery.ts';
import { TABLE_GLASS } from './table-glass.ts';
import { TABLE_LINEN } from './table-linen.ts';

export const TABLE: Vocabulary = { ...TABLE_CROCKERY, ...TABLE_GLASS, ...TABLE_LINEN };
