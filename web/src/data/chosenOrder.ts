import { useEffect } from "react";
import { startOver } from "./home";
import { type HomeOrder, setHomeOrder } from "./homeOrder";
import { prefer, usePreferences } from "./preferences";

/** Reads the home timeline in another order, here and on the user's other devices. */
export function readIn(order: HomeOrder): void {
  prefer({ home: { order } });
  if (setHomeOrder(order)) void startOver();
}

/** Follows what the user chose on another device. */
export function useChosenOrder(): void {
  const order = usePreferences().data?.home.order;
  useEffect(() => {
    if (order !== undefined && setHomeOrder(order)) void startOver();
  }, [order]);
}
