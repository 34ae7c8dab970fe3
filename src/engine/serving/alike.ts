/**
 * Cosine from which two items have something to do with each other. On the demo shop nine in ten pairs of one
 * department, and all but a few of two, lie below it; of an item's ten nearest nineteen in twenty lie above 0.43.
 */
export const ALIKE = 0.4;
