import { decimalsOf, labFormatsOf, withMinus } from '../../lab-formats.ts';
import type { LabFormats } from '../../lab-formats.ts';
import { f } from '../voice.ts';

export const lf: LabFormats = labFormatsOf('en');
/** A metric's value. */
export const figure = (value: number): string => withMinus(f.decimal(value, decimalsOf(value)));
/** A difference of metrics with its sign, to the decimals of the values that it stands beside. */
export const signed = (difference: number, beside: number): string =>
  withMinus(f.signed(difference, decimalsOf(beside)));
