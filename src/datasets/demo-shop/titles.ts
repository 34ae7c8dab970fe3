import type { Rng } from '../../domain/rng.ts';

/**
 * "Red enamel whistling kettle, 1.5 l", "Whistling kettle in red enamel, 1.5 l" or, where the product
 * belongs to a range, "Heron whistling kettle, red enamel, 1.5 l". Patterns come first: "Striped apron in
 * moss linen". Phrases such as "set of four mugs" never follow an adjective.
 * `form`: noun phrase. `stuff`: colour and material, '' when neither is said; so with `pattern`, `series`.
 */
export function composeTitle(
  form: string,
  stuff: string,
  pattern: string,
  size: string | null,
  series: string,
  rng: Rng,
): string {
  const tail = size === null ? '' : `, ${size}`;
  if (stuff === '') return capitalise(form + tail);
  const thing = pattern === '' ? form : `${pattern} ${form}`;
  if (series !== '') return `${series} ${thing}, ${stuff}${tail}`;
  const trailing = pattern !== '' || form.includes(' of ') || form.includes(' with ') || rng.next() < 0.4;
  return capitalise(trailing ? `${thing} in ${stuff}${tail}` : `${stuff} ${form}${tail}`);
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
