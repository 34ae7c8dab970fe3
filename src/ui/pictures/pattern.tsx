import type { ReactNode } from 'react';
import type { ItemPicture } from '../../domain/item.ts';

export interface PatternProps {
  readonly id: string;
  readonly kind: ItemPicture['pattern'];
  readonly accent: string;
  /** Colour of a grain, which is the material's own and no decoration. */
  readonly grain: string;
}

/** What is woven into, printed on or grown in a thing. */
export function Pattern({ id, kind, accent, grain }: PatternProps): ReactNode {
  switch (kind) {
    case 'stripes':
      return (
        <pattern id={id} width="18" height="18" patternUnits="userSpaceOnUse">
          <path d="M0 3h18v5H0z" fill={accent} fillOpacity="0.85" />
          <path d="M0 11h18v1.5H0z" fill={accent} fillOpacity="0.85" />
        </pattern>
      );
    case 'dots':
      return (
        <pattern id={id} width="20" height="20" patternUnits="userSpaceOnUse">
          <circle cx="5" cy="5" r="2.8" fill={accent} />
          <circle cx="15" cy="15" r="2.8" fill={accent} />
        </pattern>
      );
    case 'checks':
      return (
        <pattern id={id} width="24" height="24" patternUnits="userSpaceOnUse">
          <path d="M0 3h24v8H0zM3 0h8v24H3z" fill={accent} fillOpacity="0.38" />
          <path d="M0 18h24v1.5H0zM18 0h1.5v24H18z" fill={accent} fillOpacity="0.7" />
        </pattern>
      );
    case 'leaf':
      return (
        <pattern id={id} width="30" height="30" patternUnits="userSpaceOnUse">
          <path d="M4 13Q4 3 14 3q0 10-10 10zM19 28q-1-9 8-12 2 10-8 12z" fill={accent} fillOpacity="0.9" />
          <path d="M2 15L12 5M17 30l8-12" stroke={accent} strokeWidth="1" />
        </pattern>
      );
    case 'grain':
      return (
        <pattern id={id} width="64" height="22" patternUnits="userSpaceOnUse">
          <path
            d="M0 4q16 4 32 0t32 0M0 11q14-4 30 0 18 5 34 0M0 18q20 3 36 0 16-3 28 0"
            fill="none"
            stroke={grain}
            strokeWidth="1.6"
          />
        </pattern>
      );
    case 'plain':
      break;
  }
  return null;
}
