import type { ReactNode } from 'react';
import type { ItemPicture } from '../../domain/item.ts';
import { shade } from './colour.ts';
import { DRAWINGS, PARCEL } from './drawings/index.ts';
import { paintsOf } from './paints.ts';
import { Pattern } from './pattern.tsx';
import css from './still-life.module.css';
import { wallOf } from './wall.ts';

const FOOT = 168;
const MIDDLE = 100;
/** Number of the stroke, the paint, the path. */
const LAYER = /^(\d*)([A-Za-z]) ?(M.*)$/;

/** The thing itself, in its own colours, material, pattern and proportions. `id` is unique to the picture on the page. */
export function drawStillLife(picture: ItemPicture, itemId: string, id: string): ReactNode {
  const [cast, ...layers] = DRAWINGS[picture.type] ?? PARCEL;
  const paints = paintsOf(picture);
  const patterned = picture.pattern !== 'plain';
  const clear = picture.material === 'glass';
  // One piece is a little wider, the next a little taller.
  const wide = 0.96 + 0.08 * picture.variation;
  const tall = 1.04 - 0.08 * picture.variation;
  const stance = `translate(${MIDDLE} ${FOOT}) scale(${wide.toFixed(3)} ${tall.toFixed(3)}) translate(${-MIDDLE} ${-FOOT})`;

  return (
    <svg viewBox="0 0 200 200" className={css[`wall${wallOf(picture.colour, itemId)}`]}>
      <defs>
        <pattern id={`${id}s`} width="1" height="1" patternContentUnits="objectBoundingBox">
          <path d="M.7-.1H1.1V1.1H.6Q.8.5.7-.1z" fill="rgb(20 10 0 / 0.1)" />
        </pattern>
        {patterned && (
          <Pattern
            id={`${id}p`}
            kind={picture.pattern}
            accent={picture.accent}
            grain={shade(picture.colour, -0.06)}
          />
        )}
      </defs>
      <path className={css['wall']} d="M0 0h200v151H0z" />
      <path className={css['table']} d="M0 150h200v50H0z" />
      {cast > 0 && (
        <ellipse className={css['cast']} cx={MIDDLE + 5} cy={FOOT - 1} rx={cast * wide + 8} ry={7} />
      )}
      <g transform={stance}>
        {layers.map((layer) => {
          const [, width = '', paint = 'p', path = ''] = LAYER.exec(layer) ?? [];
          if (width !== '') {
            return (
              <path
                key={layer}
                d={path}
                fill="none"
                stroke={paints[paint === 'B' ? 'b' : paint]}
                strokeWidth={width}
                strokeLinecap="round"
                strokeLinejoin="round"
              />
            );
          }
          const body = paint === 'B' || paint === 'b';
          return (
            <g key={layer}>
              <path
                d={path}
                fill={paints[paint === 'B' ? 'b' : paint]}
                fillOpacity={clear && body ? 0.55 : undefined}
              />
              {paint === 'B' && patterned && <path d={path} fill={`url(#${id}p)`} />}
              {body && <path d={path} fill={`url(#${id}s)`} />}
            </g>
          );
        })}
      </g>
    </svg>
  );
}
