import { useDeferredValue, useId, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import type { Item } from '../../domain/item.ts';
import { ItemPicture } from '../pictures/item-picture.tsx';
import { picturesOf } from '../pictures/picture-views.ts';
import type { PictureView } from '../pictures/picture-views.ts';
import { useWords } from '../words/words-context.tsx';
import css from './gallery.module.css';

/** One large picture, and the others to choose from: by the row below, its arrow keys, or a swipe. */
export function Gallery({ item }: { readonly item: Item }): ReactNode {
  const words = useWords();
  const name = useId();
  const strip = useRef<HTMLDivElement>(null);
  const [view, setView] = useState<PictureView>('front');
  const views = picturesOf(item);
  const { title } = words.item(item);
  // The first picture is on screen before the others are drawn.
  const drawn = useDeferredValue(views.length, 1);

  const show = (wanted: PictureView): void => {
    setView(wanted);
    const element = strip.current;
    if (element) element.scrollLeft = views.indexOf(wanted) * element.clientWidth;
  };
  const follow = (): void => {
    const element = strip.current;
    if (!element || element.clientWidth === 0) return;
    const seen = views[Math.round(element.scrollLeft / element.clientWidth)];
    if (seen) setView(seen);
  };

  return (
    <div className={css['gallery']}>
      <div
        ref={strip}
        className={css['strip']}
        role="group"
        aria-label={words.product.picturesOf(title)}
        // What scrolls must be reachable without a pointer.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={views.length > 1 ? 0 : undefined}
        onScroll={follow}
      >
        {views.map((one, place) => (
          <div key={one} className={css['slide']}>
            {place < drawn && <ItemPicture item={item} view={one} />}
          </div>
        ))}
      </div>
      {views.length > 1 && (
        <fieldset className={css['views']}>
          <legend className="aside-voice">{words.product.pictures}</legend>
          {views.map((one, place) => (
            <label key={one} className={css['view']}>
              <input
                type="radio"
                name={name}
                className="aside-voice"
                checked={one === view}
                onChange={() => show(one)}
              />
              <span className={css['thumb']}>
                {place < drawn && <ItemPicture item={item} view={one} small />}
              </span>
              <span className={css['word']}>{words.product.views[one]}</span>
            </label>
          ))}
        </fieldset>
      )}
    </div>
  );
}
