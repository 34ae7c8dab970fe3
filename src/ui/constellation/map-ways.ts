import { createContext, use } from 'react';
import type { Context } from 'react';

/** What the buttons of a map do. */
export interface MapWays {
  readonly zoom: (factor: number) => void;
  readonly whole: () => void;
}

export const MapWaysContext: Context<MapWays | null> = createContext<MapWays | null>(null);

/** Of the map that this stands on. */
export function useMapWays(): MapWays {
  const ways = use(MapWaysContext);
  if (!ways) throw new Error('useMapWays() outside <MapSheet>');
  return ways;
}
