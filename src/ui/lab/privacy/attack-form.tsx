import type { FormEvent, ReactNode } from 'react';
import Play from 'lucide-react/icons/play';
import { EPSILONS, PRIVATE_MODELS } from '../../../domain/lab-privacy.ts';
import { useHomebody } from '../../homebody-context.tsx';
import { Button } from '../../parts/button.tsx';
import { Notice } from '../../parts/notice.tsx';
import { useEntered } from '../entered.ts';
import { useLab, useLabActions, useLabBusy, useLabWords } from '../lab-context.tsx';
import { Choice } from '../tuning/choice.tsx';
import css from './privacy-room.module.css';
import { useRunChoice } from './use-run-choice.tsx';

/** Models of the attacker's own that are offered. */
const SHADOWS = [0, 8, 32] as const;

/** The next attack: on which model, beside which ε, and by how sharp an attacker. */
export function AttackForm(): ReactNode {
  const lab = useLabWords();
  const words = lab.privacy.attack;
  const actions = useLabActions();
  const { run, select } = useRunChoice('attack');
  const foldsIn = useLab(({ models }) => models.find(({ name }) => name === run?.model)?.foldsIn ?? true);
  const busy = useLabBusy();
  const ready = useHomebody((state) => state.phase === 'ready');
  const [{ epsilon, shadows }, change] = useEntered('attack');
  if (!run) return null;
  const model = lab.model(run.model);
  const start = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    void actions.attack({ run: run.id, epsilon, shadows });
  };
  return (
    <form className={css['form']} noValidate onSubmit={start}>
      <p className={css['soft']}>{words.lead}</p>
      {select(words.run, words.runHint)}
      {!foldsIn ? (
        <Notice tone="ember">
          <p>{words.cannotAsk(model)}</p>
        </Notice>
      ) : PRIVATE_MODELS.includes(run.model) ? (
        <Choice
          label={words.epsilon}
          value={String(epsilon)}
          hint={words.epsilonHint}
          options={EPSILONS.map((one) => [String(one), lab.privacy.export.epsilons(one)])}
          onChoose={(text) => change({ epsilon: Number(text) })}
        />
      ) : (
        <Notice tone="ember">
          <p>{words.cannotPrivate(model)}</p>
        </Notice>
      )}
      <Choice
        label={words.shadows}
        value={String(shadows)}
        hint={words.shadowsHint}
        options={SHADOWS.map((count) => [String(count), words.shadowsOf(count)])}
        onChoose={(text) => change({ shadows: Number(text) })}
      />
      <div className={css['acts']}>
        <Button
          type="submit"
          look="main"
          icon={<Play size={18} aria-hidden />}
          disabled={!ready || busy || !foldsIn}
        >
          {words.start}
        </Button>
      </div>
    </form>
  );
}
