import type { ReactNode } from 'react';
import Leaf from 'lucide-react/icons/leaf';
import { Link } from 'wouter';
import { useHomebody } from '../homebody-context.tsx';
import { useWords } from '../words/words-context.tsx';
import css from './privacy-sentence.module.css';

/** What is stored of the person, in one sentence with its count and bytes. */
export function PrivacySentence({ link = true }: { readonly link?: boolean }): ReactNode {
  const words = useWords().privacy;
  const storage = useHomebody((state) => state.storage);
  return (
    <p className={css['sentence']}>
      <Leaf size={20} aria-hidden />
      <span>
        {storage === null && words.notOpen}
        {storage !== null &&
          (storage.events > 0 ? words.sentence(storage.events, storage.bytes) : words.nothingStored)}{' '}
        {link && <Link href="/privacy">{words.more}</Link>}
      </span>
    </p>
  );
}
