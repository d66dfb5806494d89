/**
 * The order in which to show a list that changes. While it is `held`, because the reader points at it, what is there keeps its
 * place, even what has gone, and what is new comes last.
 *
 * @param shown the keys that are shown now
 * @param next the keys in their new order
 */
export function steadyOrder(shown: readonly string[], next: readonly string[], held: boolean): readonly string[] {
  if (!held) return next;
  return [...shown, ...next.filter((key) => !shown.includes(key))];
}
