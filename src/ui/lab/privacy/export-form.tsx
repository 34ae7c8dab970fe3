import { useState } from 'react';
import type { FormEvent, ReactNode } from 'react';
import Download from 'lucide-react/icons/download';
import type { ReleasedThing } from '../../../domain/lab-privacy.ts';
import { EPSILONS, PRIVATE_MODELS } from '../../../domain/lab-privacy.ts';
import { useHomebody } from '../../homebody-context.tsx';
import { Button } from '../../parts/button.tsx';
import { Notice } from '../../parts/notice.tsx';
import { saveFile } from '../../parts/save-file.ts';
import { useEntered } from '../entered.ts';
import { useLab, useLabActions, useLabBusy, useLabWords } from '../lab-context.tsx';
import { Field } from '../train/field.tsx';
import { readNumber } from '../train/setup-form.ts';
import { Choice } from '../tuning/choice.tsx';
import css from './privacy-room.module.css';
import { isSame } from './same-request.ts';
import { useRunChoice } from './use-run-choice.tsx';

const THINGS: readonly ReleasedThing[] = ['model', 'items', 'counts'];
const MOST_ITEMS = { kind: 'integer', min: 1, max: 1000, default: 10 } as const;

/** The next private export: what, from which settings, with which ε. Its cost is seen before it can be saved. */
export function ExportForm(): ReactNode {
  const lab = useLabWords();
  const words = lab.privacy.export;
  const actions = useLabActions();
  const { run, select } = useRunChoice('release');
  const cost = useLab((state) => state.cost);
  const busy = useLabBusy();
  const nobody = useLab(({ facts }) => facts !== null && facts.userCount === 0);
  const ready = useHomebody((state) => state.phase === 'ready');
  const [{ what, epsilon, mostItems: most }, change] = useEntered('release');
  const [tried, setTried] = useState(false);
  if (!run) return null;
  const mostItems = readNumber(most, MOST_ITEMS);
  const isCounts = what === 'counts';
  const wrong = isCounts && typeof mostItems !== 'number';
  const refused = nobody
    ? words.noPeople
    : isCounts || PRIVATE_MODELS.includes(run.model)
      ? null
      : words.cannot(lab.model(run.model));
  const request = { run: run.id, what, epsilon, mostItems: isCounts ? (mostItems ?? null) : null };
  const seen = cost !== null && isSame(cost.request, request);
  const ask = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    setTried(wrong);
    if (!wrong) void actions.privacyCost(request);
    else {
      const form = event.currentTarget;
      setTimeout(() => form.querySelector<HTMLElement>('[aria-invalid=true]')?.focus());
    }
  };
  const save = async (): Promise<void> => {
    const file = await actions.exportPrivately(request);
    if (file) saveFile(file);
  };
  return (
    <form className={css['form']} noValidate onSubmit={ask}>
      <p className={css['soft']}>{words.lead}</p>
      <Choice
        label={words.what}
        value={what}
        hint={words.whats[what].what}
        options={THINGS.map((thing) => [thing, words.whats[thing].name])}
        onChoose={(thing) => change({ what: THINGS.find((one) => one === thing) ?? 'model' })}
      />
      {select(words.run, isCounts ? words.countsRunHint : words.runHint)}
      {refused && (
        <Notice tone="ember">
          <p>{refused}</p>
        </Notice>
      )}
      <Choice
        label={words.epsilon}
        value={String(epsilon)}
        hint={words.epsilonHint(epsilon)}
        options={EPSILONS.map((one) => [String(one), words.epsilons(one)])}
        onChoose={(text) => change({ epsilon: Number(text) })}
      />
      {isCounts && (
        <Field
          label={words.mostItems}
          hint={words.mostItemsHint}
          text={most}
          error={
            wrong ? lab.settings.mustBe(lab.settings.range({ field: 'mostItems', ...MOST_ITEMS })) : null
          }
          tried={tried}
          onChange={(text) => change({ mostItems: text })}
        />
      )}
      <div className={css['acts']}>
        <Button type="submit" look={seen ? 'calm' : 'main'} disabled={!ready || busy || refused !== null}>
          {words.ask}
        </Button>
        <Button
          look={seen ? 'main' : 'calm'}
          icon={<Download size={18} aria-hidden />}
          disabled={!ready || busy || !seen || refused !== null}
          onClick={() => void save()}
        >
          {words.save}
        </Button>
      </div>
      {!seen && refused === null && <p className={css['soft']}>{words.askFirst}</p>}
    </form>
  );
}
