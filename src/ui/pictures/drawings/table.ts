import type { Vocabulary } from './drawing.ts';
import { tableCrockery } from './table-crockery.ts';
import { tableGlass } from './table-glass.ts';
import { tableLinen } from './table-linen.ts';

export const table = (): Vocabulary => ({ ...tableCrockery(), ...tableGlass(), ...tableLinen() });
