import { memo, useId, useRef, useState } from 'react';
import type { MemoExoticComponent, ReactNode } from 'react';
import ChevronDown from 'lucide-react/icons/chevron-down';
import SlidersHorizontal from 'lucide-react/icons/sliders-horizontal';
import { useHomebody } from '../homebody-context.tsx';
import { Button } from '../parts/button.tsx';
import { useWords } from '../words/words-context.tsx';
import { AdventureSlider } from './adventure-slider.tsx';
import { Mood } from './mood.tsx';
import { MutedNames } from './muted.tsx';
import css from './steering-panel.module.css';
import { Shoes } from './shoes.tsx';
import { useChipFocus } from './use-chip-focus.ts';

/** Everything that steers the shelves: at their side or, on narrow pages, behind a button above them. */
export const SteeringPanel: MemoExoticComponent<
  (props: {
    /** The first minute lasts, which has the personas. */
    readonly first: boolean;
  }) => ReactNode
> = memo(function SteeringPanel({ first }: { readonly first: boolean }): ReactNode {
  const words = useWords().steering;
  const [open, setOpen] = useState(false);
  const content = useId();
  const panel = useRef<HTMLDivElement>(null);
  const moods = useHomebody(
    ({ mood, muted: never }) =>
      mood.departments.filter((name) => !never.departments.includes(name)).length +
      mood.more.length +
      mood.less.length,
  );
  const muted = useHomebody((state) => state.muted.departments.length + state.muted.brands.length);
  const focus = useChipFocus(panel, `${moods} ${muted}`);
  const summary = words.summary(moods, muted);

  return (
    <div ref={panel} className={css['panel']} data-row="steering" onFocus={focus}>
      <h2 className={css['title']}>{words.title}</h2>
      <Button
        className={css['disclosure']}
        icon={<SlidersHorizontal size={20} aria-hidden />}
        aria-expanded={open}
        aria-controls={content}
        onClick={() => setOpen(!open)}
      >
        <span className={css['label']}>
          {words.title}
          {summary !== '' && <span className={css['summary']}>{summary}</span>}
        </span>
        <ChevronDown size={20} className={css['chevron']} aria-hidden />
      </Button>
      <div id={content} className={css['content']} data-open={open}>
        <AdventureSlider />
        <Mood />
        <MutedNames />
        {!first && <Shoes />}
      </div>
    </div>
  );
});
