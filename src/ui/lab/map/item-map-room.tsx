import { useEffect, useId, useState } from 'react';
import type { ReactNode } from 'react';
import type { ShownItemMap } from '../../../client/lab/lab-state.ts';
import type { Neighbourhood } from '../../constellation/neighbourhoods.ts';
import { MapButtons } from '../../constellation/map-buttons.tsx';
import { MapSheet } from '../../constellation/map-sheet.tsx';
import { useHomebody } from '../../homebody-context.tsx';
import { Button } from '../../parts/button.tsx';
import { Empty } from '../../parts/empty.tsx';
import { useNow } from '../../parts/use-now.ts';
import { useWords } from '../../words/words-context.tsx';
import { useEntered } from '../entered.ts';
import { useLab, useLabActions, useLabHandle, useLabWords } from '../lab-context.tsx';
import css from './item-map-room.module.css';
import { MapKey } from './map-key.tsx';
import { OwnNeighbours } from './own-neighbours.tsx';
import { runOf, useItemMapFrames } from './use-item-map-frames.ts';

/** The model that serves, among the choices. */
const SERVING = '';

/** The things of the shop as a model sees them: near is alike. */
export function ItemMapRoom(): ReactNode {
  const words = useLabWords();
  const { ago } = useWords().formats;
  const { store, actions } = useLabHandle();
  const runs = useLab((state) => state.runs);
  const map = useLab((state) => state.map);
  const catalogue = useHomebody((state) => state.catalogue?.id);
  const serving = useHomebody((state) => state.model);
  const now = useNow();
  const [{ of: chosen }, change] = useEntered('map');
  const [answered, setAnswered] = useState('');
  const id = useId();
  const isThere = chosen === SERVING || runs.some((run) => run.id === chosen);
  const run = isThere && chosen !== SERVING ? chosen : null;
  const none = serving === null && run === null;
  // Another model in place is another map.
  const question = `${catalogue ?? ''} ${run ?? serving?.id ?? ''}`;

  useEffect(() => {
    if (none) return undefined;
    let wanted = true;
    void actions.showMap(run).then(() => {
      if (!wanted) return;
      setAnswered(question);
      // Said in the place of the map.
      if (store.getState().problem?.code === 'model/unsupported') actions.dismissProblem();
    });
    return () => {
      wanted = false;
      actions.hideMap();
    };
  }, [store, actions, run, none, question]);

  return (
    <div className={css['room']}>
      <div className={css['choice']}>
        <label htmlFor={id}>{words.map.of}</label>
        <select
          id={id}
          value={run ?? SERVING}
          onChange={(event) => change({ of: event.currentTarget.value })}
        >
          <option value={SERVING}>
            {serving ? words.map.serving(words.model(serving.name)) : words.map.servingNone}
          </option>
          {runs.map((one) => (
            <option key={one.id} value={one.id}>
              {words.compare.option(
                words.model(one.model),
                one.seed,
                words.protocolOf(one),
                ago(one.at, now),
              )}
            </option>
          ))}
        </select>
      </div>
      {none ? (
        <Empty title={words.map.empty} hint={words.map.emptyHint} />
      ) : map ? (
        <Sheet />
      ) : answered === question ? (
        <Empty title={words.map.cannot} hint={words.map.cannotHint} />
      ) : (
        <div className={css['waiting']} aria-busy>
          <p role="status">{words.map.drawing}</p>
        </div>
      )}
    </div>
  );
}

function Sheet(): ReactNode {
  const words = useLabWords().map;
  const source = useItemMapFrames();
  const map = useLab((state) => state.map);
  const [places, setPlaces] = useState<readonly Neighbourhood[]>([]);
  if (!map) return null;
  return (
    <MapSheet
      size="full"
      name={words.name}
      about={words.about(map.items.length, places.filter(({ coherent }) => coherent).length)}
      source={source}
      run={runOf(map)}
      onNeighbourhoods={setPlaces}
      foot={<Foot map={map} />}
    >
      <div className={css['beside']}>
        <MapKey map={map} />
        {!map.moving && <OwnNeighbours map={map} />}
      </div>
    </MapSheet>
  );
}

/** What is seen, and the ways to see it otherwise. */
function Foot({ map }: { readonly map: ShownItemMap }): ReactNode {
  const words = useLabWords().map;
  const actions = useLabActions();
  const laidOut = map.method === 'layout';
  return (
    <div className={css['foot']}>
      <p className={css['caption']} role="status">
        {map.moving ? words.moving : laidOut ? words.layout : words.pca(map.source, map.explained)}
      </p>
      <div className={css['ways']}>
        {map.moving ? (
          <Button onClick={() => actions.stopLayOut()}>{words.stop}</Button>
        ) : laidOut ? (
          <Button onClick={() => void actions.showMap(map.run)}>{words.toPca}</Button>
        ) : (
          <Button onClick={() => void actions.layOut()}>{words.toLayout}</Button>
        )}
        <MapButtons />
      </div>
    </div>
  );
}
