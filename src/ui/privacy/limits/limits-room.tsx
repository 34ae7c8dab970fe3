import { useId } from 'react';
import type { ReactNode } from 'react';
import Check from 'lucide-react/icons/check';
import X from 'lucide-react/icons/x';
import { Panel } from '../../parts/panel.tsx';
import type { Adversary } from '../../words/en/privacy/limits.ts';
import { usePrivacyWords } from '../privacy-words-context.tsx';
import { RoomHead } from '../room-head.tsx';
import type { RoomProps } from '../room-props.ts';
import css from './limits-room.module.css';

export function LimitsBrief(): ReactNode {
  return usePrivacyWords().limits.brief;
}

/** What the shop protects against, and what it does not. */
export function LimitsRoom({ level }: RoomProps): ReactNode {
  const words = usePrivacyWords().limits;
  return (
    <>
      <RoomHead level={level} title={words.title} lead={words.lead} />
      <Panel title={words.who}>
        <ul className={css['adversaries']}>
          {Object.entries(words.adversaries).map(([name, adversary]) => (
            <AdversaryRow key={name} adversary={adversary} />
          ))}
        </ul>
      </Panel>
      <Panel title={words.how}>
        <div className={css['text']}>
          {words.paragraphs.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
          <p className={css['soft']}>{words.whole}</p>
        </div>
      </Panel>
    </>
  );
}

function AdversaryRow({ adversary: { who, holds, fails } }: { readonly adversary: Adversary }): ReactNode {
  const words = usePrivacyWords().limits;
  const name = useId();
  return (
    <li aria-labelledby={name} className={css['adversary']}>
      <h3 id={name}>{who}</h3>
      <div className={css['verdicts']}>
        {holds !== null && (
          <p className={css['holds']}>
            <Check size={20} aria-hidden />
            <span>
              <span className="aside-voice">{words.holds}</span> {holds}
            </span>
          </p>
        )}
        <p className={css['fails']}>
          <X size={20} aria-hidden />
          <span>
            <span className="aside-voice">{words.fails}</span> {fails}
          </span>
        </p>
      </div>
    </li>
  );
}
