/** Words of a part of the page, in a language: they come with that part, once. One that failed is asked for again. */
export function lazyWords<Words>(
  load: (language: string) => Promise<Words>,
): (language: string) => Promise<Words> {
  const known = new Map<string, Promise<Words>>();
  return (language) => {
    const asked = known.get(language);
    if (asked) return asked;
    const words = load(language);
    known.set(language, words);
    words.catch(() => known.delete(language));
    return words;
  };
}
