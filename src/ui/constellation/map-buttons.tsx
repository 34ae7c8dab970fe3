import type { ReactNode } from 'react';
import MapIcon from 'lucide-react/icons/map';
import Minus from 'lucide-react/icons/minus';
import Plus from 'lucide-react/icons/plus';
import { IconButton } from '../parts/button.tsx';
import { useWords } from '../words/words-context.tsx';
import css from './map-foot.module.css';
import { useMapWays } from './map-ways.ts';

const STEP = 1.6;

/** Further away, closer, and all of it. */
export function MapButtons(): ReactNode {
  const { zoom, whole } = useMapWays();
  const words = useWords().constellation;
  return (
    <div className={css['buttons']}>
      <IconButton
        label={words.zoomOut}
        icon={<Minus size={20} aria-hidden />}
        onClick={() => zoom(1 / STEP)}
      />
      <IconButton label={words.zoomIn} icon={<Plus size={20} aria-hidden />} onClick={() => zoom(STEP)} />
      <IconButton label={words.whole} icon={<MapIcon size={20} aria-hidden />} onClick={whole} />
    </div>
  );
}
