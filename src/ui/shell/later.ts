import { lazy } from 'react';
import type { ComponentType, LazyExoticComponent } from 'react';

/** A part of the page that is fetched when it is drawn for the first time: `name` of a module. */
export function later<Name extends string, Props>(
  fetch: () => Promise<Readonly<Record<Name, ComponentType<Props>>>>,
  name: Name,
): LazyExoticComponent<ComponentType<Props>> {
  return lazy(async () => ({ default: (await fetch())[name] }));
}
