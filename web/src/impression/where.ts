/** The part of the client that a path belongs to, for reports. */
export function whereOf(path: string): string {
  if (path === "/") return "home";
  if (path.startsWith("/@")) return "profile";
  if (path.startsWith("/tweet/")) return "thread";
  const [first] = path.slice(1).split("/", 1);
  return first !== undefined && places.has(first) ? first : "other";
}

const places: ReadonlySet<string> = new Set(["latest", "search", "bookmarks", "notifications"]);
