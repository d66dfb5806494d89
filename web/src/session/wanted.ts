import { useEffect } from "react";
import { usePath } from "../ui/navigation";
import { remember } from "./nextPage";

/** Remembers where a visitor was before the log-in or sign-up. */
export function useWantedPage(): void {
  const path = usePath();
  useEffect(() => remember(path), [path]);
}
