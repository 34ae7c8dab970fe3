let holders = 0;

/**
 * Keeps the page from scrolling until what is returned is called. The strip of the scrollbar becomes part of the
 * page's own edge, so that nothing moves and a backdrop covers it; styled by hand, since the strip's width is not
 * known to a style sheet, and on the root alone, since what is inherited from it would restyle everything.
 */
export function holdPage(): () => void {
  const { style, clientWidth } = document.documentElement;
  if (holders++ === 0) {
    style.paddingInlineEnd = `${Math.max(0, innerWidth - clientWidth)}px`;
    style.scrollbarGutter = 'auto';
    style.overflow = 'hidden';
  }
  return () => {
    if (--holders > 0) return;
    for (const name of ['padding-inline-end', 'scrollbar-gutter', 'overflow']) style.removeProperty(name);
  };
}
