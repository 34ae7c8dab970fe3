import type { EventKind } from '../../../domain/events.ts';
import { formatsOf } from '../formats.ts';
import type { Formats } from '../formats.ts';

export const f: Formats = formatsOf('zh-Hans');

/** 引号里再有引号，用单引号。 */
export const quoted = (title: string): string => `“${title.replaceAll('“', '‘').replaceAll('”', '’')}”`;

/** 接在“您”之后。 */
export const did: Readonly<Record<EventKind, (title: string) => string>> = {
  view: (title) => `看过${title}`,
  like: (title) => `喜欢${title}`,
  dismiss: (title) => `不要${title}`,
  cart: (title) => `把${title}放进了购物车`,
  purchase: (title) => `买了${title}`,
  rating: (title) => `评过${title}`,
  wish: (title) => `把${title}加进了心愿单`,
};

/** 单独使用。 */
export const done: Readonly<Record<EventKind, string>> = {
  view: '看过',
  like: '喜欢',
  dismiss: '不适合您',
  cart: '在购物车里',
  purchase: '买了',
  rating: '评过',
  wish: '在心愿单里',
};
