import { useEffect } from "react";
import { useAddress } from "../ui/navigation";
import { remember } from "./nextPage";

/** Remembers where a visitor was before the log-in or sign-up. */
export function useWantedPage(): void {
  const address = useAddress();
  useEffect(() => remember(address), [address]);
}
