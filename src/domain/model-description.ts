import type { SettingSpec } from './settings.ts';
import type { HomeName } from './training.ts';

/** What is to be known of a kind of model before it is trained. Plain data. */
export interface ModelDescription {
  readonly name: string;
  readonly settings: readonly SettingSpec[];
  /** It learns from the order of events and reads a history by it. */
  readonly learnsOrder: boolean;
  /** It recommends to a person by their history alone; without it, such a person gets what is popular. */
  readonly foldsIn: boolean;
  /** `shares`: every score is the exact sum of what each item of the history has in it. */
  readonly explains: 'shares' | 'nothing';
  /** Where its kernels run; empty: on the processor, whatever the home. */
  readonly homes: readonly HomeName[];
}
