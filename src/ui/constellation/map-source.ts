import type { MapStage } from './map-stage.ts';

/** Where a map has its frames from. Must not change while the map is there. */
export interface MapSource {
  /** Gives the stage frames and marks as they come, until what is returned is called. `still`: without movement. */
  readonly feed: (stage: MapStage, still: () => boolean) => () => void;
  /** It is looked at, or no longer. */
  readonly see: (visible: boolean) => void;
}
