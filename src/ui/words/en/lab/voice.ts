import { labFormatsOf } from '../../lab-formats.ts';
import type { LabFormats } from '../../lab-formats.ts';
import { f } from '../voice.ts';

export const lf: LabFormats = labFormatsOf('en');
/** A metric's value. */
export const figure = (value: number): string => f.decimal(value, Math.abs(value) < 10 ? 4 : 1);
