import type { Vocabulary } from './drawing.ts';
import { kitchenCloths } from './kitchen-cloths.ts';
import { kitchenPots } from './kitchen-pots.ts';
import { kitchenTools } from './kitchen-tools.ts';

export const kitchen = (): Vocabulary => ({ ...kitchenPots(), ...kitchenTools(), ...kitchenCloths() });
