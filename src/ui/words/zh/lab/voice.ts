import { labFormatsOf } from '../../lab-formats.ts';
import type { LabFormats } from '../../lab-formats.ts';
import { f } from '../voice.ts';

export const lf: LabFormats = labFormatsOf('zh-Hans');
/** 指标的数值。 */
export const figure = (value: number): string => f.decimal(value, Math.abs(value) < 10 ? 4 : 1);
