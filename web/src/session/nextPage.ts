import { paths, patterns } from "../ui/paths";

/** A path that starts with two slashes, which the browser takes for another host. */
const elsewhere = /^[/\\]{2}/;

let wanted: string = paths.home;
let newcomer = false;

/** Remembers the page to open after the log-in, with its search text, if it belongs to this site. */
export function remember(address: string): void {
  const [path = ""] = address.split("?", 1);
  if (elsewhere.test(path)) wanted = paths.home;
  else if (!patterns.entrances.test(path) && !patterns.errands.test(path)) wanted = address;
}

/** The page to open after the log-in. */
export function wantedPage(): string {
  return wanted;
}

/** Remembers that the user has just signed up. */
export function rememberNewcomer(): void {
  newcomer = true;
}

/** The page to open first: newcomers choose whom to follow before they go on. */
export function firstPage(): string {
  return newcomer ? paths.welcome : wanted;
}
