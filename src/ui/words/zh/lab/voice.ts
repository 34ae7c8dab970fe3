import { decimalsOf, labFormatsOf, withMinus } from '../../lab-formats.ts';
import type { LabFormats } from '../../lab-formats.ts';
import { f } from '../voice.ts';

export const lf: LabFormats = labFormatsOf('zh-Hans');
/** 指标的数值。 */
export const figure = (value: number): string => withMinus(f.decimal(value, decimalsOf(value)));
/** 带正负号的差，小数位数同旁边的数值。 */
export const signed = (difference: number, beside: number): string =>
  withMinus(f.signed(difference, decimalsOf(beside)));
