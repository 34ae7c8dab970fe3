// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest';
import { showTheme } from './theme.ts';

beforeEach(() => {
  document.head.innerHTML = ['light', 'dark']
    .map(
      (scheme) =>
        `<meta name="theme-color" data-scheme="${scheme}" media="(prefers-color-scheme: ${scheme})">`,
    )
    .join('');
});
const media = (): string[] => [...document.querySelectorAll('meta')].map((meta) => meta.media);

test('the browser’s own frame follows the theme that was chosen, and the system’s again', () => {
  showTheme('dark');
  expect(document.documentElement.dataset['theme']).toBe('dark');
  expect(media()).toEqual(['not all', 'all']);
  showTheme('light');
  expect(media()).toEqual(['all', 'not all']);
  showTheme('system');
  expect(document.documentElement.dataset['theme']).toBeUndefined();
  expect(media()).toEqual(['(prefers-color-scheme: light)', '(prefers-color-scheme: dark)']);
});
