import { useState } from 'react';
import type { ReactNode } from 'react';
import { useHomebody } from '../homebody-context.tsx';
import { useWords } from '../words/words-context.tsx';
import { MapFoot } from './map-foot.tsx';
import { MapSheet } from './map-sheet.tsx';
import { NeighbourhoodList } from './neighbourhood-list.tsx';
import type { Neighbourhood } from './neighbourhoods.ts';
import { useAbout } from './use-about.ts';
import { useTrainingFrames } from './use-training-frames.ts';

export interface ConstellationProps {
  /** `compact`: a box beside other things. `full`: as wide as its place, with its neighbourhoods as a list. */
  readonly size?: 'compact' | 'full';
  /** Shows a button that ends the watching. */
  readonly onSkip?: () => void;
  readonly className?: string | undefined;
  /** Stands under the full map, before its list. */
  readonly children?: ReactNode;
}

/** The products as points that drift from noise into neighbourhoods as the model trains. */
export function Constellation({
  size = 'compact',
  onSkip,
  className,
  children,
}: ConstellationProps): ReactNode {
  const words = useWords().constellation;
  const source = useTrainingFrames();
  const run = useHomebody((state) => state.constellation?.run ?? -1);
  const open = useHomebody((state) => state.phase !== 'failed');
  const [places, setPlaces] = useState<readonly Neighbourhood[]>([]);
  const about = useAbout(places);
  const full = size === 'full';
  return (
    <MapSheet
      size={size}
      className={className}
      name={words.name}
      about={about}
      source={source}
      run={run}
      onNeighbourhoods={setPlaces}
      foot={<MapFoot alone={!full && open} onSkip={onSkip} />}
    >
      {children}
      {full && <NeighbourhoodList places={places} />}
    </MapSheet>
  );
}
