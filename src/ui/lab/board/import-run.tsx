import { useRef, useState } from 'react';
import type { DragEvent, ReactNode } from 'react';
import FolderDown from 'lucide-react/icons/folder-down';
import { Button } from '../../parts/button.tsx';
import { useBench, useLab, useLabActions, useLabWords } from '../lab-context.tsx';
import css from './import-run.module.css';

/** The board takes model files: dropped anywhere on it, or chosen by its button. */
export function ImportRun({ children }: { readonly children: ReactNode }): ReactNode {
  const words = useLabWords().board;
  const actions = useLabActions();
  const bench = useBench();
  const busy = useLab((state) => state.busy);
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);

  const take = async (files: FileList | null): Promise<void> => {
    const file = files?.[0];
    if (!file || busy) return;
    const run = await actions.importRun(file);
    if (run) bench.open(run.id);
  };
  const drag = (event: DragEvent): void => {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    setOver(event.type === 'dragover');
    if (event.type === 'drop') void take(event.dataTransfer.files);
  };
  return (
    <div
      className={[css['zone'], over && css['over']].filter(Boolean).join(' ')}
      onDragOver={drag}
      onDragLeave={drag}
      onDrop={drag}
    >
      {children}
      <div className={css['foot']}>
        <Button
          icon={<FolderDown size={18} aria-hidden />}
          disabled={busy}
          onClick={() => input.current?.click()}
        >
          {words.choose}
        </Button>
        <p className={css['soft']}>{over ? words.dropHere : busy ? words.busy : words.drop}</p>
        <input
          ref={input}
          type="file"
          accept=".safetensors"
          className="aside-voice"
          tabIndex={-1}
          aria-label={words.choose}
          onChange={(event) => {
            void take(event.currentTarget.files);
            // The same file chosen again must count as a change.
            event.currentTarget.value = '';
          }}
        />
      </div>
    </div>
  );
}
