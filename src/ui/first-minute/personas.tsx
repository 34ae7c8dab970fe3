import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import type { ShownPersona } from '../../client/state.ts';
import { useActions } from '../homebody-context.tsx';
import { ItemPicture } from '../pictures/item-picture.tsx';
import { useWords } from '../words/words-context.tsx';
import { PersonaTiles } from './persona-tiles.tsx';

/** Somebody to step into, instead of choosing. Where the catalogue brings nobody, there is nothing. */
export function Personas({
  onEnd,
  alone = false,
}: {
  readonly onEnd: () => void;
  /** Under a title of its own. */
  readonly alone?: boolean;
}): ReactNode {
  const words = useWords().firstMinute;
  const actions = useActions();
  const [personas, setPersonas] = useState<readonly ShownPersona[] | null>(null);

  useEffect(() => {
    let current = true;
    void actions.personas().then((found) => {
      if (current) setPersonas(found);
    });
    return () => {
      current = false;
    };
  }, [actions]);

  // Only those that this language can introduce.
  const introduced = personas?.filter(({ id }) => words.personas[id]);
  if (introduced?.length === 0) return null;
  const stepInto = async (id: string): Promise<void> => {
    await actions.stepInto(id);
    onEnd();
  };
  const tiles = introduced?.map(({ id, likes }) => ({
    id,
    pictures: likes.map(({ index, item }) => <ItemPicture key={index} item={item} small />),
  }));
  return (
    <PersonaTiles
      alone={alone}
      tiles={tiles ?? Object.keys(words.personas).map((id) => ({ id, pictures: [] }))}
      onChoose={tiles ? (id) => void stepInto(id) : null}
    />
  );
}
