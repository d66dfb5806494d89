import { paths, patterns } from "../ui/paths";

/** A path that starts with two slashes, which the browser takes for another host. */
const elsewhere = /^[/\\]{2}/;

let wanted: string = paths.home;

/** Remembers the page to open after the log-in, if it belongs to this site. */
export function remember(path: string): void {
  if (elsewhere.test(path)) wanted = paths.home;
  else if (!patterns.entrances.test(path)) wanted = path;
}

/** The page to open after the log-in. */
export function wantedPage(): string {
  return wanted;
}
