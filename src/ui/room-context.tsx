import { createContext, use } from 'react';
import type { Context } from 'react';
import type { StoredEvent } from '../domain/events.ts';
import type { ItemIndex } from '../domain/ids.ts';
import type { Language } from './words/language.ts';
import type { Theme } from './shell/theme.ts';

/** What belongs to the page alone: its dialogs, its language, its look. */
export interface Room {
  readonly openWhy: (index: ItemIndex) => void;
  /** What an event moved. */
  readonly openMoved: (event: StoredEvent) => void;
  readonly openHelp: () => void;
  readonly openSettings: () => void;
  readonly language: Language;
  readonly setLanguage: (language: Language) => void;
  readonly theme: Theme;
  readonly setTheme: (theme: Theme) => void;
}

export const RoomContext: Context<Room | null> = createContext<Room | null>(null);

export function useRoom(): Room {
  const room = use(RoomContext);
  if (!room) throw new Error('useRoom() outside <RoomContext>');
  return room;
}
