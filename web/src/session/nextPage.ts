import { paths, patterns } from "../ui/paths";

/** A path that begins with two slashes, which the browser would take for the address of another host. */
const elsewhere = /^[/\\]{2}/;

let wanted: string = paths.home;

/** Remembers the page to go on to after the log-in, if it is one of this site. */
export function remember(path: string): void {
  if (elsewhere.test(path)) wanted = paths.home;
  else if (!patterns.entrances.test(path)) wanted = path;
}

/** Where to go on after the log-in. */
export function wantedPage(): string {
  return wanted;
}
