import { useState } from 'react';
import type { ReactNode } from 'react';
import Check from 'lucide-react/icons/check';
import Trash2 from 'lucide-react/icons/trash-2';
import type { CatalogueSummary } from '../../domain/catalogue.ts';
import { useActions, useHomebody } from '../homebody-context.tsx';
import { Button, IconButton } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Panel } from '../parts/panel.tsx';
import { useWords } from '../words/words-context.tsx';
import css from './catalogue-list.module.css';

export function CatalogueList(): ReactNode {
  const words = useWords();
  const actions = useActions();
  const catalogues = useHomebody((state) => state.catalogues);
  const current = useHomebody((state) => state.catalogue?.id);
  const [removing, setRemoving] = useState<CatalogueSummary | null>(null);

  return (
    <Panel title={words.data.catalogues}>
      <ul className={css['list']}>
        {catalogues.map((one) => (
          <li key={one.id} className={css['row']} aria-current={one.id === current}>
            <div className={css['text']}>
              <p className={css['name']}>{words.catalogueName(one)}</p>
              <p className={css['size']}>
                {words.data.size(one.itemCount, one.userCount, one.interactionCount)}
              </p>
              {one.dateRange && <p className={css['size']}>{words.data.dates(...one.dateRange)}</p>}
              {one.simulated && <p className={css['size']}>{words.shell.simulated}</p>}
            </div>
            <div className={css['acts']}>
              {one.id === current ? (
                <span className={css['current']}>
                  <Check size={20} aria-hidden />
                  {words.data.current}
                </span>
              ) : (
                <Button
                  aria-label={words.data.openOf(words.catalogueName(one))}
                  onClick={() => void actions.switchCatalogue(one.id)}
                >
                  {words.data.open}
                </Button>
              )}
              {one.origin === 'import' && (
                <IconButton
                  label={words.data.removeOf(words.catalogueName(one))}
                  icon={<Trash2 size={20} aria-hidden />}
                  onClick={() => setRemoving(one)}
                />
              )}
            </div>
          </li>
        ))}
      </ul>
      {removing && (
        <Dialog
          title={words.data.removeTitle(words.catalogueName(removing))}
          onClose={() => setRemoving(null)}
        >
          <p>{words.data.removeWarning(removing.itemCount, removing.interactionCount)}</p>
          <div className={css['choice']}>
            <Button onClick={() => setRemoving(null)}>{words.data.keep}</Button>
            <Button
              look="main"
              onClick={() => {
                setRemoving(null);
                void actions.removeCatalogue(removing.id);
              }}
            >
              {words.data.remove}
            </Button>
          </div>
        </Dialog>
      )}
    </Panel>
  );
}
