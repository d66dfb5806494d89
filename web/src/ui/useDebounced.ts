import { useEffect, useState } from "react";

/** The value as it was before the last pause. An empty text needs none. */
export function useDebounced(value: string, pause: number): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pause);
    return () => clearTimeout(timer);
  }, [value, pause]);
  return value === "" ? "" : settled;
}
