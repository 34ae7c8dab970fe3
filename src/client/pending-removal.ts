import type { CatalogueId } from '../domain/ids.ts';
import type { Visit } from './visit.ts';

export const REMOVAL_SETTING = 'removal';

/** A catalogue that was removed and can still be brought back. Stored, so that "gone" is kept by the next visit. */
export interface PendingRemoval {
  readonly catalogue: CatalogueId;
  /** When it is carried out, ms since the epoch. */
  readonly at: number;
}

/** What was stored of it; null when none is pending. */
function storedRemoval(setting: unknown): PendingRemoval | null {
  if (typeof setting !== 'object' || setting === null) return null;
  const { catalogue, at } = setting as Partial<PendingRemoval>;
  return typeof catalogue === 'string' && typeof at === 'number' ? { catalogue, at } : null;
}

export const pendingRemoval = ({ settings }: Pick<Visit, 'settings'>): PendingRemoval | null =>
  storedRemoval(settings[REMOVAL_SETTING]);
