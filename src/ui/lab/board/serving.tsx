import type { ReactNode } from 'react';
import Undo2 from 'lucide-react/icons/undo-2';
import { Button } from '../../parts/button.tsx';
import { useNow } from '../../parts/use-now.ts';
import { useWords } from '../../words/words-context.tsx';
import { useLab, useLabActions, useLabWords } from '../lab-context.tsx';
import css from './serving.module.css';

/** Which model ranks the shelves, and the way back to the one before it. */
export function Serving(): ReactNode {
  const words = useLabWords();
  const { ago } = useWords().formats;
  const actions = useLabActions();
  const promotions = useLab((state) => state.promotions);
  const busy = useLab((state) => state.busy);
  const now = useNow();
  if (!promotions) return null;
  const { current, back } = promotions;
  const nameOf = (model: { readonly name: string } | null): string =>
    model ? words.model(model.name) : (words.models['popularity']?.name ?? '');
  return (
    <div className={css['serving']} data-serving={current?.id ?? ''}>
      <p role="status">
        {current
          ? words.board.servedBy(nameOf(current), ago(current.trainedAt, now))
          : words.board.servedByPopularity}
      </p>
      {back && (
        <Button
          icon={<Undo2 size={18} aria-hidden />}
          disabled={busy}
          onClick={() => void actions.rollBack()}
        >
          {words.board.rollBack(nameOf(back.model))}
        </Button>
      )}
    </div>
  );
}
