import { useEffect } from "react";
import { usePath } from "../ui/navigation";

export const entrances = /^\/(login|signup)\/?$/;

let wanted = "/";

/** Remembers where a visitor was before the log-in or sign-up. */
export function useWantedPage(): void {
  const path = usePath();
  useEffect(() => {
    if (!entrances.test(path)) wanted = path;
  }, [path]);
}

/** Where to go on after the log-in. */
export function wantedPage(): string {
  return wanted;
}
