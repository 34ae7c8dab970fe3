export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** Shows a theme, in the browser's own frame too; `system` follows what the system prefers. */
export function showTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
  for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')) {
    const { scheme } = meta.dataset;
    const own = `(prefers-color-scheme: ${scheme})`;
    meta.media = theme === 'system' ? own : theme === scheme ? 'all' : 'not all';
  }
}
