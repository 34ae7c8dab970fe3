import type { PrivacyStatement } from '../../domain/privacy.ts';

/** A number as it is written in a statement: 4, 0.05, 1e-5. */
const NUMBER = /^\d+(\.\d+)?(e[+-]?\d+)?$/;
/** One line that a person can read through: no line breaks, nothing that turns the direction of writing. */
const LINE = /^\P{C}{1,400}$/u;

/** The names that `privateStatement` writes, in its order, and the form of their texts. */
const FORMS: readonly (readonly [name: string, form: RegExp, needed: boolean])[] = [
  ['Unit', LINE, true],
  ['Adjacency', LINE, true],
  ['Sampling', LINE, false],
  ['Mechanism', LINE, true],
  ['Noise', LINE, true],
  ['Delta', NUMBER, true],
  ['Accountant', LINE, false],
  ['Epsilon', new RegExp(`${NUMBER.source}|^infinite: nothing is promised$`), true],
  ['Covers', LINE, false],
  ['Users', LINE, false],
  ['Not covered', LINE, true],
];

/**
 * The statement of privacy in the header of a file; from outside, so it is checked in its form, and in nothing else: whether
 * it is true cannot be seen from a model. Undefined where there is none, or none of this form.
 */
export function readPrivacy(json: string | undefined): PrivacyStatement | undefined {
  const told = parsed(json);
  const rows = FORMS.map(([name, form, needed]) => {
    const text = told[name];
    return { name, text, needed, right: typeof text === 'string' && form.test(text) };
  });
  if (rows.some(({ text, needed, right }) => !right && (needed || text !== undefined))) return undefined;
  return rows.filter(({ right }) => right).map(({ name, text }) => [name, text as string] as const);
}

function parsed(json: string | undefined): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(json ?? 'null');
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    // Not ours: the model is good all the same.
    return {};
  }
}
