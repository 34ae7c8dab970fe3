import type { ComponentType } from 'react';
import Database from 'lucide-react/icons/database';
import History from 'lucide-react/icons/history';
import House from 'lucide-react/icons/house';
import Leaf from 'lucide-react/icons/leaf';
import Sprout from 'lucide-react/icons/sprout';
import type { Words } from '../words/en.ts';

export interface Place {
  readonly href: string;
  readonly name: (words: Words['shell']) => string;
  readonly icon: ComponentType<{ readonly size?: number; readonly 'aria-hidden'?: boolean }>;
  /** Beside the shelves on a wide page, and so without a link of its own there. */
  readonly narrowOnly: boolean;
}

/** The rooms of the house, in the order of the bars. */
export const PLACES: readonly Place[] = [
  { href: '/', name: (words) => words.forYou, icon: House, narrowOnly: false },
  { href: '/history', name: (words) => words.history, icon: History, narrowOnly: true },
  { href: '/training', name: (words) => words.training, icon: Sprout, narrowOnly: true },
  { href: '/data', name: (words) => words.data, icon: Database, narrowOnly: false },
  { href: '/privacy', name: (words) => words.privacy, icon: Leaf, narrowOnly: false },
];
