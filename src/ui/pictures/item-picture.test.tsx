// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import type { Root } from 'react-dom/client';
import { afterEach, expect, test } from 'vitest';
import { SHOP_ITEMS } from '../testing/fake-shop.ts';
import { settle } from '../testing/render.tsx';
import { DrawingProvider } from './drawing-context.tsx';
import { ItemPicture } from './item-picture.tsx';

let root: Root | null = null;
afterEach(async () => act(async () => root?.unmount()));

async function draw(count: number): Promise<number> {
  document.body.innerHTML = '<div id="root"></div>';
  root = createRoot(document.getElementById('root')!);
  const items = SHOP_ITEMS.filter((item) => item.picture).slice(0, count);
  await act(async () =>
    root!.render(
      <DrawingProvider>
        {items.map((item) => (
          <ItemPicture key={item.id} item={item} />
        ))}
      </DrawingProvider>,
    ),
  );
  await settle();
  return document.querySelectorAll('[class*="scene"] > svg').length;
}

test('every picture has its turn, and what was drawn before is there again', async () => {
  expect(await draw(12)).toBe(12);
  await act(async () => root?.unmount());
  expect(await draw(12)).toBe(12);
});
