export interface RoomProps {
  /** Of the room's heading: 2 where the room stands beside the page's own. */
  readonly level: 1 | 2;
  /** The end of the address: what is looked at in the room. */
  readonly part?: string | undefined;
}
