import { useState } from 'react';
import type { ReactNode } from 'react';
import Braces from 'lucide-react/icons/braces';
import FileSpreadsheet from 'lucide-react/icons/file-spreadsheet';
import type { ExportFormat } from '../../../domain/ownership.ts';
import { Button } from '../../parts/button.tsx';
import { saveFile } from '../../parts/save-file.ts';
import { Done } from '../backup/done.tsx';
import { useOwnershipActions } from '../ownership-context.tsx';
import { usePrivacyWords } from '../privacy-words-context.tsx';
import { Section } from '../section.tsx';
import css from './plain-copies.module.css';

const ICONS: Readonly<Record<ExportFormat, ReactNode>> = {
  csv: <FileSpreadsheet size={20} aria-hidden />,
  json: <Braces size={20} aria-hidden />,
};
const FORMATS = ['csv', 'json'] as const;

/** What is stored, as files that any program reads. */
export function PlainCopies({
  problem,
  onBegin,
}: {
  readonly problem: ReactNode;
  readonly onBegin: () => void;
}): ReactNode {
  const words = usePrivacyWords().copies.plain;
  const actions = useOwnershipActions();
  const [made, setMade] = useState<string | null>(null);
  const save = async (format: ExportFormat): Promise<void> => {
    onBegin();
    setMade(null);
    const file = await actions.exportPlain(format);
    if (!file) return;
    setMade(file.name);
    saveFile(file);
  };
  return (
    <Section title={words.title} lead={words.lead}>
      {problem}
      {made !== null && <Done>{words.done(made)}</Done>}
      <ul className={css['formats']}>
        {FORMATS.map((format) => (
          <li key={format} className={css['format']}>
            <Button icon={ICONS[format]} onClick={() => void save(format)}>
              {words[format]}
            </Button>
            <p className={css['what']}>{words[`${format}What`]}</p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
