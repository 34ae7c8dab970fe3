import type { PrivateRequest } from '../../../domain/lab-privacy.ts';

/** Whether a cost that was told is that of what is asked for now. */
export const isSame = (told: PrivateRequest, asked: Omit<PrivateRequest, 'catalogue'>): boolean =>
  told.run === asked.run &&
  told.what === asked.what &&
  told.epsilon === asked.epsilon &&
  told.mostItems === asked.mostItems;
