import { f, quoted } from './voice.ts';

/** How the visitor steers the shelves: the slider, this visit's mood, what is muted. */
export const steering = {
  title: 'Steer the shelves',
  slider: 'Familiar to adventurous',
  familiar: 'Familiar',
  adventurous: 'Adventurous',
  value: (value: number): string =>
    value < 0.2
      ? 'Close to what you know'
      : value < 0.45
        ? 'Mostly familiar'
        : value < 0.7
          ? 'Half and half'
          : 'Further afield',
  /** What the slider does to the shelves as they are. `ratio`: how varied they are, against the familiar end. */
  effect: (value: number, ratio: number): string =>
    value < 0.05
      ? 'What is closest to your taste, and nothing else.'
      : ratio < 1.05
        ? 'Still mostly close to what you know.'
        : `A wider mix: these things differ from one another ${f.decimal(ratio, 1)} times as much as at “Familiar”.`,
  mood: 'In the mood for',
  moodHint: 'Only for this visit. It is kept nowhere and forgotten when you leave.',
  moreLike: (title: string): string => `More like ${quoted(title)}`,
  lessLike: (title: string): string => `Less like ${quoted(title)}`,
  forget: 'Forget the mood',
  forgetOne: (what: string): string => `Forget: ${what}`,
  muted: 'Muted',
  mutedHint: 'Never shown, until you say otherwise.',
  unmute: (name: string): string => `Show ${name} again`,
  shoes: 'Step into somebody else’s shoes',
  summary: (mood: number, muted: number): string =>
    [...(mood > 0 ? ['a mood is set'] : []), ...(muted > 0 ? [`${f.number(muted)} muted`] : [])].join(', '),
};
