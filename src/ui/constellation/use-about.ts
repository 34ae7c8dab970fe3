import { useMemo } from 'react';
import { useHomebody } from '../homebody-context.tsx';
import { useWords } from '../words/words-context.tsx';
import type { Neighbourhood } from './neighbourhoods.ts';
import { MARK, marksOf } from './marks.ts';

/** Departments that are named as the visitor's. */
const NAMED = 3;

/** The map in a sentence, for those who do not see it: how much there is, in how many places, and where theirs are. */
export function useAbout(neighbourhoods: readonly Neighbourhood[]): string {
  const words = useWords();
  const history = useHomebody((state) => state.history);
  const departments = useHomebody((state) => state.catalogue?.departments);
  // The points of a run stay the same ones: the sentence is not made anew with each frame.
  const run = useHomebody((state) => state.constellation?.run);
  const items = useHomebody((state) => state.constellation?.items);
  const department = useHomebody((state) => state.constellation?.department);

  const yours = useMemo(
    () => {
      if (!items || !department) return [];
      const counts = new Map<number, number>();
      for (const [i, mark] of marksOf(items, history, []).entries()) {
        const one = department[i]!;
        if (mark === MARK.own && one >= 0) counts.set(one, (counts.get(one) ?? 0) + 1);
      }
      return [...counts].sort((a, b) => b[1] - a[1]).slice(0, NAMED);
    },
    // oxlint-disable-next-line react/exhaustive-deps -- the arrays are others with each frame and say the same throughout a run
    [run, history],
  );

  if (!items) return '';
  return words.constellation.about(
    items.length,
    neighbourhoods.filter(({ coherent }) => coherent).length,
    yours.flatMap(([one]) => {
      const name = departments?.[one];
      return name ? [words.departmentName(name)] : [];
    }),
  );
}
