import { outcomeOf } from '../domain/outcome.ts';

type Method = (...args: unknown[]) => Promise<unknown>;

/**
 * A service before it is there: each method fetches it and asks it. Where it cannot be had, the outcome says why.
 * `methods`: all that it can be asked; one that is missing does not compile.
 */
export function onDemand<Api extends object>(
  methods: Readonly<Record<keyof Api, true>>,
  load: () => Promise<Api>,
): Api {
  const asked = Object.keys(methods).map((name): [string, Method] => [
    name,
    async (...args) => {
      const loaded = await outcomeOf(load);
      if (!loaded.ok) return loaded;
      return (loaded.value as Readonly<Record<string, Method>>)[name]!(...args);
    },
  ]);
  return Object.fromEntries(asked) as Api;
}
