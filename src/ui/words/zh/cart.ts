import type { Words } from '../en.ts';

export const cart: Words['cart'] = {};
