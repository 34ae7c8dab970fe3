/** The next `count` values of an iterator, fewer where it ends; it can be gone on with. */
export function take<T>(values: Iterator<T, unknown>, count: number): T[] {
  const list: T[] = [];
  while (list.length < count) {
    const { value, done } = values.next();
    if (done) break;
    list.push(value);
  }
  return list;
}
