/** What watches the page beside its first drawing, which does not wait for it. */
export { giveWay } from './give-way.ts';
export { tellPersisted } from './tell-persisted.ts';
export { watchNetwork } from './watch-network.ts';
export { whenQuiet } from './when-quiet.ts';
