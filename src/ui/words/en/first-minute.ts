import { f } from './voice.ts';

/** The promise, three quick choices, somebody to step into. */
export const firstMinute = {
  lead: 'Three quick choices are enough for a first idea. They stay on this device.',
  question: 'Which of these would you take home?',
  progress: (round: number, rounds: number): string => `${f.number(round)} of ${f.number(rounds)}`,
  none: 'None of these',
  skip: 'Skip',
  noPicks: 'Look around: every answer on the shelves below teaches the shop.',
  orElse: 'Or step into somebody’s shoes',
  orElseHint: 'Five likes at once. One press undoes them.',
  personas: {
    hiker: {
      name: 'The weekend hiker',
      sentence: 'Packs on Friday, is muddy by Saturday and asleep under larches by nine.',
    },
    baker: {
      name: 'The Sunday baker',
      sentence: 'Has a starter with a name and believes that most things are better with butter.',
    },
    gardener: {
      name: 'The patient gardener',
      sentence: 'Keeps seeds in a tin, talks to the robin and is never quite clean.',
    },
    reader: {
      name: 'The late reader',
      sentence: 'One more chapter, one more cup, and the lamp on long after the street has gone dark.',
    },
    maker: {
      name: 'The maker of things',
      sentence: 'Would rather mend it, and has a drawer of screws for the purpose.',
    },
    family: {
      name: 'The rainy-day family',
      sentence: 'Two small people, one wet weekend and every cushion already on the floor.',
    },
  } as Readonly<Record<string, { readonly name: string; readonly sentence: string }>>,
};
