import type { MouseEvent, ReactNode } from 'react';
import { navigate } from 'wouter/use-hash-location';
import type { ItemIndex } from '../../domain/ids.ts';

/**
 * A way to a thing's own page. A plain link: unlike the router's own, the hundred of them on a page do not
 * listen to every change of the address.
 */
export function ItemLink({
  index,
  className,
  beside = false,
  children,
}: {
  readonly index: ItemIndex;
  readonly className?: string | undefined;
  /** For the hand alone: another link beside it is read and reached by keys. */
  readonly beside?: boolean;
  readonly children: ReactNode;
}): ReactNode {
  const go = (event: MouseEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    navigate(`/product/${index}`);
  };
  return (
    <a
      href={`#/product/${index}`}
      className={className}
      onClick={go}
      {...(beside ? { tabIndex: -1, 'aria-hidden': true } : {})}
    >
      {children}
    </a>
  );
}
