/** The IDs that are greater than the newest known one: IDs are times. */
export function newerThan(known: string | undefined, ids: readonly string[]): readonly string[] {
  return known === undefined ? ids : ids.filter((id) => id.length > known.length || (id.length === known.length && id > known));
}
