/** What was pressed, as far as it matters. */
export interface Pressed {
  /** Of a link within a tweet. */
  href?: string | undefined;
  /** Whether it opens another site. */
  isExternal?: boolean;
  /** Whether it opens a picture. */
  isPicture?: boolean;
}

/**
 * What was opened from a tweet, if anything.
 *
 * @param profile the path of its author's profile
 */
export function openingOf({ href, isExternal = false, isPicture = false }: Pressed, profile: string): "link" | "profile" | "media" | undefined {
  if (isPicture) return "media";
  if (isExternal) return "link";
  return href?.toLowerCase() === profile.toLowerCase() ? "profile" : undefined;
}
