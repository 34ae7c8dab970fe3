import type { Vocabulary } from './drawing.ts';
import { workshopBench } from './workshop-bench.ts';
import { workshopKnives } from './workshop-knives.ts';
import { workshopTools } from './workshop-tools.ts';

export const workshop = (): Vocabulary => ({ ...workshopTools(), ...workshopBench(), ...workshopKnives() });
