import { useCallback, useRef } from "react";
import { answer, api } from "../api/client";

/** The server tells others for a little longer. */
const PAUSE = 4_000;

/** Tells the other members now and then that the user is typing. `end` lets the next letter tell at once. */
export function useTypingSignal(conversationId: string): { typed: () => void; end: () => void } {
  const next = useRef(0);
  const typed = useCallback(() => {
    if (Date.now() < next.current) return;
    next.current = Date.now() + PAUSE;
    const params = { path: { id: conversationId } };
    void answer(api.POST("/api/roost/v1/conversations/{id}/typing", { params })).catch(() => undefined);
  }, [conversationId]);
  const end = useCallback(() => {
    next.current = 0;
  }, []);
  return { typed, end };
}
