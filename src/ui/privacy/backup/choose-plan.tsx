import { useState } from 'react';
import type { ReactNode } from 'react';
import type { BackupFacts, RestorePlan } from '../../../domain/ownership.ts';
import { Button } from '../../parts/button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { useOwnership } from '../ownership-context.tsx';
import { usePrivacyWords } from '../privacy-words-context.tsx';
import css from './backup.module.css';
import { BackupContents } from './backup-contents.tsx';
import { Choice } from './choice.tsx';
import { useBelongings } from '../use-belongings.ts';

export interface ChoosePlanProps {
  readonly facts: BackupFacts;
  readonly onRestore: (plan: RestorePlan) => void;
  readonly onNot: () => void;
}

/** What a backup holds, and what each way to bring it back would change. */
export function ChoosePlan({ facts, onRestore, onNot }: ChoosePlanProps): ReactNode {
  const words = usePrivacyWords().copies.restore;
  const here = useBelongings();
  const working = useOwnership((state) => state.work !== null);
  const begun = useOwnership((state) => state.pending.find(({ id }) => id === facts.id)?.plan);
  const [plan, setPlan] = useState<RestorePlan>(begun ?? { mode: 'merge', prefer: 'here' });
  const [asking, setAsking] = useState(false);
  const brought = {
    events: facts.events,
    catalogues: facts.catalogues.length,
    models: facts.models,
    lab: facts.lab,
  };
  const goesOn =
    begun !== undefined &&
    begun.mode === plan.mode &&
    (plan.mode === 'replace' || begun.prefer === plan.prefer);

  return (
    <div className={css['choice']}>
      <BackupContents facts={facts} />
      <Choice
        title={words.how}
        value={plan.mode}
        options={[
          { value: 'merge', name: words.merge, what: words.mergeChange(brought) },
          { value: 'replace', name: words.replace, what: words.replaceChange(here) },
        ]}
        onChoose={(mode) => setPlan({ ...plan, mode })}
      />
      {plan.mode === 'merge' && (
        <Choice
          title={words.prefer}
          value={plan.prefer}
          options={[
            { value: 'here', name: words.here },
            { value: 'backup', name: words.backup },
          ]}
          onChoose={(prefer) => setPlan({ ...plan, prefer })}
        />
      )}
      {goesOn && <p>{words.goesOn}</p>}
      <div className={css['acts']}>
        <Button
          look="main"
          disabled={working}
          onClick={() => (plan.mode === 'replace' ? setAsking(true) : onRestore(plan))}
        >
          {words.act[plan.mode]}
        </Button>
        <Button onClick={onNot}>{words.not}</Button>
      </div>
      {asking && (
        <Dialog title={words.sure} onClose={() => setAsking(false)}>
          <p>{words.replaceChange(here)}</p>
          <div className={css['answers']}>
            <Button onClick={() => setAsking(false)}>{words.keep}</Button>
            <Button
              look="main"
              onClick={() => {
                setAsking(false);
                onRestore(plan);
              }}
            >
              {words.act.replace}
            </Button>
          </div>
        </Dialog>
      )}
    </div>
  );
}
