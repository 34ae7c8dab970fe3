import { useLayoutEffect, useRef, useState } from 'react';
import type { DragEvent, ReactNode } from 'react';
import FileLock from 'lucide-react/icons/file-lock';
import { useHomebody } from '../../homebody-context.tsx';
import { Button } from '../../parts/button.tsx';
import { usePrivacyWords } from '../privacy-words-context.tsx';
import css from './choose-file.module.css';

/**
 * A place to drop a backup on, and a button for those who do not drag. `back`: the person was on a file and has left
 * it, so that the focus, which went with it, comes here.
 */
export function ChooseFile({
  back,
  onChoose,
}: {
  readonly back: boolean;
  readonly onChoose: (file: File) => void;
}): ReactNode {
  const words = usePrivacyWords().copies.restore;
  const ready = useHomebody((state) => state.phase === 'ready');
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const zone = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (back) zone.current?.querySelector('button')?.focus();
  }, [back]);

  const take = (files: FileList | null): void => {
    const file = files?.[0];
    if (file && ready) onChoose(file);
  };
  const drag = (event: DragEvent): void => {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    setOver(event.type === 'dragover');
    if (event.type === 'drop') take(event.dataTransfer.files);
  };
  return (
    <div
      ref={zone}
      className={[css['zone'], over && css['over']].filter(Boolean).join(' ')}
      onDragOver={drag}
      onDragLeave={drag}
      onDrop={drag}
    >
      <FileLock size={32} className={css['icon']} aria-hidden />
      <p className={css['drop']}>{over ? words.dropHere : words.drop}</p>
      <Button disabled={!ready} onClick={() => input.current?.click()}>
        {words.choose}
      </Button>
      <input
        ref={input}
        type="file"
        accept=".hbbackup"
        className="aside-voice"
        tabIndex={-1}
        aria-label={words.choose}
        onChange={(event) => {
          take(event.currentTarget.files);
          // The same file chosen again must count as a change.
          event.currentTarget.value = '';
        }}
      />
    </div>
  );
}
