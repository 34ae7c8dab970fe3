import type { ReactNode } from 'react';
import type { Quality } from '../../domain/training.ts';
import { useWords } from '../words/words-context.tsx';
import css from './quality-figures.module.css';

export function QualityFigures({ quality }: { readonly quality: Quality }): ReactNode {
  const words = useWords().training;
  return (
    <div>
      <table className={css['figures']}>
        <thead>
          <tr>
            <th scope="col">{words.metric}</th>
            <th scope="col">{words.model}</th>
            <th scope="col">{words.popularity}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{words.ndcg}</th>
            <td>{words.figure(quality.ndcgAt10)}</td>
            <td>{words.figure(quality.popularityNdcgAt10)}</td>
          </tr>
          <tr>
            <th scope="row">{words.hitRate}</th>
            <td>{words.figure(quality.hitRateAt10)}</td>
            <td>{words.figure(quality.popularityHitRateAt10)}</td>
          </tr>
        </tbody>
      </table>
      <p className={css['protocol']}>{words.protocol(quality)}</p>
    </div>
  );
}
