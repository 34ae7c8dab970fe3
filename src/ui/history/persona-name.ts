import type { Words } from '../words/en.ts';

/** What a persona is called; null for nobody, or for one that there are no words for. */
export function personaName(persona: string | null | undefined, words: Words): string | null {
  return persona == null ? null : (words.firstMinute.personas[persona]?.name ?? null);
}
