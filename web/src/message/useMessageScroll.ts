import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import type { Conversation, Message } from "../api/types";
import { loadAround, loadNewer, loadNewest, loadOlder, threads } from "../data/messages";
import { firstFrom, isAtEnd, type Thread } from "../data/thread";
import { useReading } from "./useReading";
import { ALL, around, atEnd, bounded, extendedDown, extendedUp, hasMore, type Shown } from "./window";

/** What the list scrolls to: a message by its sequence number, the first unread one, or the end. */
type Goal = number | "unread" | "end";

/** Nearer to an end than this, in pixels, more messages are shown or loaded. */
const NEAR = 600;
const AT_END = 48;
const FAR = 120;
const HIGHLIGHTED = 2_000;

/**
 * Where the user is in a conversation: which messages are on the page, whether the end stays in sight, and the ways to a
 * message and to the end.
 *
 * @param start what the list begins with
 */
export function useMessageScroll(conversation: Conversation, thread: Thread, start: Goal) {
  const { id } = conversation;
  const { messages } = thread;
  const scroller = useRef<HTMLDivElement>(null);
  const follows = useRef(false);
  const goal = useRef<Goal | undefined>(start);
  const [isFar, setFar] = useState(false);
  const [shown, setShown] = useState<Shown>(() => (typeof start === "number" ? around(messages, start) : atEnd(messages)));
  const [highlighted, setHighlighted] = useHighlight(typeof start === "number" ? start : undefined);
  const look = useReading(scroller, id, conversation.read_seq);
  const atNewest = isAtEnd(thread) && shown.last === Infinity;

  const scrolled = useCallback(() => {
    const element = scroller.current;
    if (element === null) return;
    const below = element.scrollHeight - element.scrollTop - element.clientHeight;
    follows.current = below < AT_END && atNewest;
    setFar(below > FAR || !atNewest);
    look();
    const more = hasMore(messages, shown);
    if (element.scrollTop < NEAR) {
      if (more.above) setShown(extendedUp(messages, shown));
      else if (thread.older !== undefined) void showOlder(id, setShown);
    }
    if (below < NEAR) {
      if (more.below) setShown(extendedDown(messages, shown));
      else if (!isAtEnd(thread)) void loadNewer(id).catch(() => undefined);
    }
  }, [atNewest, id, look, messages, shown, thread]);

  // After each change: to where the list is to be, and then what follows from being there.
  useLayoutEffect(() => {
    if (scroller.current === null || goal.current === undefined) return;
    if (reach(scroller.current, goal.current, messages)) goal.current = undefined;
  });
  useEffect(scrolled, [scrolled]);
  useSizes(scroller, follows);

  const jumpTo = useCallback(
    async (seq: number) => {
      const isThere = messages[firstFrom(messages, seq)]?.seq === seq;
      if (!isThere && !(await succeeds(loadAround(id, seq)))) return;
      follows.current = false;
      goal.current = seq;
      // Always a new object, so that the list is rendered again and reaches its goal.
      setShown((before) => (!isThere ? { ...ALL } : isOn(before, seq) ? { ...before } : around(messages, seq)));
      setHighlighted(seq);
    },
    [id, messages, setHighlighted],
  );
  const jumpToEnd = useCallback(async () => {
    const isThere = isAtEnd(thread);
    if (!isThere && !(await succeeds(loadNewest(id)))) return;
    goal.current = "end";
    setShown(isThere ? { ...atEnd(messages) } : { ...ALL });
  }, [id, messages, thread]);

  return { scroller, follows, shown, atNewest, isFar, highlighted, scrolled, jumpTo, jumpToEnd };
}

async function showOlder(id: string, setShown: (change: (before: Shown) => Shown) => void): Promise<void> {
  if (!(await succeeds(loadOlder(id)))) return;
  const messages = threads.get(id)?.messages ?? [];
  setShown((before) => bounded(messages, before));
}

/** If the connection is down, the page says so. */
function succeeds(work: Promise<void>): Promise<boolean> {
  return work.then(() => true).catch(() => false);
}

const isOn = ({ first, last }: Shown, seq: number) => seq >= first && seq <= last;

/** A message stands out for a moment. */
function useHighlight(first: number | undefined) {
  const [seq, setSeq] = useState(first);
  useEffect(() => {
    if (seq === undefined) return undefined;
    const timer = setTimeout(() => setSeq(undefined), HIGHLIGHTED);
    return () => clearTimeout(timer);
  }, [seq]);
  return [seq, setSeq] as const;
}

/** The keyboard of a phone and a growing text make the list lower; pictures make it longer. */
function useSizes(scroller: RefObject<HTMLDivElement | null>, follows: RefObject<boolean>): void {
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(() => {
      if (follows.current) element.scrollTop = element.scrollHeight;
    });
    observer.observe(element);
    if (element.firstElementChild) observer.observe(element.firstElementChild);
    return () => observer.disconnect();
  }, [scroller, follows]);
}

/** Scrolls to a goal; returns whether it is there. */
function reach(scroller: HTMLElement, goal: Goal, messages: readonly Message[]): boolean {
  if (goal === "end") {
    scroller.scrollTop = scroller.scrollHeight;
    return true;
  }
  if (goal === "unread") {
    const line = scroller.querySelector<HTMLElement>("[data-unread]");
    if (line === null) scroller.scrollTop = scroller.scrollHeight;
    else scroller.scrollTop += line.getBoundingClientRect().top - scroller.getBoundingClientRect().top - scroller.clientHeight / 4;
    return true;
  }
  // The user may have deleted it.
  const seq = messages[firstFrom(messages, goal)]?.seq ?? messages.at(-1)?.seq;
  const row = scroller.querySelector<HTMLElement>(`[data-seq="${seq ?? ""}"]`);
  if (row === null) return messages.length === 0;
  row.scrollIntoView({ block: "center" });
  row.focus({ preventScroll: true });
  return true;
}
