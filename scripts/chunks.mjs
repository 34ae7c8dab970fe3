/**
 * Which modules travel together: the shell (what the page imports) and the front room (what its parts import that
 * come right after the first drawing), each in one file. Many small files would wait for one another.
 */
const PAGE = /\/src\/page\.tsx$/;
const FRONT_ROOM = /\/src\/ui\/(feed\/(feed-body|beside)|shell\/around)\.tsx$/;

/** Groups for Rolldown's `codeSplitting`; what is in none is left to Rolldown. The shell takes its modules first. */
export const CHUNKS = [
  // What loads modules is asked for before them: in the shell, it would bring the shell with it.
  { name: 'load', test: /vite\/preload-helper/, priority: 3 },
  { name: (id, graph) => (reachedFrom(id, PAGE, graph) ? 'shell' : null), priority: 2 },
  { name: (id, graph) => (reachedFrom(id, FRONT_ROOM, graph) ? 'front-room' : null), priority: 1 },
];

/** Whether a chain of static imports leads from a module whose path matches to this one. */
function reachedFrom(id, root, graph) {
  const seen = new Set();
  const waiting = [id];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (root.test(next)) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    waiting.push(...(graph.getModuleInfo(next)?.importers ?? []));
  }
  return false;
}
