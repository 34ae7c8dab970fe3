/*
 * Before anything is drawn: the person's theme and language, whether the front room greets or shows its window, and
 * whether it stands behind a locked door, so that the first frame is right and nothing moves when the page itself arrives. The build puts it into the
 * page, and its hash into the policy. `src/ui/shell/preference.ts` keeps what is read here.
 */
(() => {
  const page = document.documentElement;
  const kept = (name) => {
    try {
      return localStorage.getItem(`homebody.${name}`);
    } catch {
      return null;
    }
  };
  const theme = kept('theme');
  if (theme === 'light' || theme === 'dark') page.dataset.theme = theme;
  const wanted = [kept('language') ?? '', ...navigator.languages].find((tag) => /^(en|zh)\b/i.test(tag));
  page.lang = /^zh/i.test(wanted ?? '') ? 'zh-Hans' : 'en';
  page.dataset.front = kept('front') === 'window' || location.hash.length > 2 ? 'window' : 'first';
  if (kept('door') === 'locked') page.dataset.door = 'locked';
})();
