import { useState } from 'react';
import type { ReactNode } from 'react';
import ChevronRight from 'lucide-react/icons/chevron-right';
import { Link } from 'wouter';
import { EraseDialog } from '../../erase/erase-dialog.tsx';
import { Button } from '../../parts/button.tsx';
import { useEraseWords } from '../../words/erase-words.ts';
import { usePrivacyWords } from '../privacy-words-context.tsx';
import { RoomHead } from '../room-head.tsx';
import type { RoomProps } from '../room-props.ts';
import { Section } from '../section.tsx';
import { useBelongings } from '../use-belongings.ts';
import css from './forget-room.module.css';
// Once everything is erased there is nothing to fetch it from.
import '../../shell/closed.tsx';

export function ForgetBrief(): ReactNode {
  return usePrivacyWords().forget.brief;
}

/** The ways to be rid of what is stored: a thing, a catalogue, everything. */
export function ForgetRoom({ level }: RoomProps): ReactNode {
  const words = usePrivacyWords().forget;
  const { act } = useEraseWords();
  const here = useBelongings();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <RoomHead level={level} title={words.title} lead={words.lead} />
      <Section title={words.one.title} lead={words.one.lead}>
        <Way to="/history" name={words.one.act} count={words.one.count(here.events)} />
      </Section>
      <Section title={words.catalogue.title} lead={words.catalogue.lead}>
        <Way to="/data" name={words.catalogue.act} count={words.catalogue.count(here.catalogues)} />
      </Section>
      <Section title={words.everything.title} lead={words.everything.lead}>
        <p className={css['count']}>{words.everything.here(here)}</p>
        <Button className={css['erase']} aria-haspopup="dialog" onClick={() => setAsking(true)}>
          {act}
        </Button>
      </Section>
      {asking && <EraseDialog counts={words.everything.counts(here)} onClose={() => setAsking(false)} />}
    </>
  );
}

interface WayProps {
  readonly to: string;
  readonly name: string;
  readonly count: string;
}

function Way({ to, name, count }: WayProps): ReactNode {
  return (
    <div className={css['way']}>
      <p className={css['count']}>{count}</p>
      <Link href={to}>
        {name}
        <ChevronRight size={20} aria-hidden />
      </Link>
    </div>
  );
}
