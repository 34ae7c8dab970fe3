import { useId, useRef, useState } from 'react';
import type { DragEvent, ReactNode } from 'react';
import FolderDown from 'lucide-react/icons/folder-down';
import type { ImportProgress } from '../../domain/cleaning.ts';
import { useActions, useHomebody } from '../homebody-context.tsx';
import { Button } from '../parts/button.tsx';
import { ErrorNotice } from '../parts/error-notice.tsx';
import { ProgressBar } from '../parts/progress-bar.tsx';
import { useWords } from '../words/words-context.tsx';
import css from './import-panel.module.css';

/** A place to drop files on, a button for those who do not drag, and how far the reading is. */
export function ImportPanel(): ReactNode {
  const words = useWords().data;
  const actions = useActions();
  const importing = useHomebody((state) => state.importing);
  const error = useHomebody((state) => state.importError);
  const ready = useHomebody((state) => state.phase === 'ready');
  const input = useRef<HTMLInputElement>(null);
  const hint = useId();
  const [over, setOver] = useState(false);

  const take = (files: FileList | null): void => {
    if (files && files.length > 0 && ready) void actions.importFiles([...files]);
  };
  const drag = (event: DragEvent): void => {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    setOver(event.type === 'dragover');
    if (event.type === 'drop') take(event.dataTransfer.files);
  };

  return (
    <section aria-label={words.region} className={css['panel']}>
      <div
        className={[css['zone'], over && css['over']].filter(Boolean).join(' ')}
        onDragOver={drag}
        onDragLeave={drag}
        onDrop={drag}
      >
        {importing ? (
          <Importing progress={importing} onCancel={() => void actions.cancelImport()} />
        ) : (
          <>
            <FolderDown size={40} className={css['icon']} aria-hidden />
            <p className={css['drop']}>{over ? words.dropHere : words.drop}</p>
            <p id={hint} className={css['formats']}>
              {words.formats}
            </p>
            <Button look="main" onClick={() => input.current?.click()} disabled={!ready}>
              {words.choose}
            </Button>
          </>
        )}
        <input
          ref={input}
          type="file"
          multiple
          className="aside-voice"
          tabIndex={-1}
          aria-label={words.choose}
          aria-describedby={importing ? undefined : hint}
          onChange={(event) => {
            take(event.currentTarget.files);
            // The same file chosen again must count as a change.
            event.currentTarget.value = '';
          }}
        />
      </div>
      {error && <ErrorNotice error={error} onDismiss={() => actions.dismissReport()} />}
    </section>
  );
}

function Importing({ progress, onCancel }: { progress: ImportProgress; onCancel: () => void }): ReactNode {
  const words = useWords();
  const rows = words.data.rows(progress.rowsRead);
  return (
    <div className={css['importing']}>
      <p>{words.data.reading(words.data.phases[progress.phase], progress.file)}</p>
      <ProgressBar
        label={words.data.progress}
        fraction={progress.fraction}
        text={`${words.formats.percent(progress.fraction)}, ${rows}`}
      />
      <p className={css['formats']}>{rows}</p>
      <Button onClick={onCancel}>{words.data.cancel}</Button>
    </div>
  );
}
