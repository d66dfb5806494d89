import { type RefObject, useEffect, useRef, useState } from "react";
import { type Draft, type DraftPart, EMPTY_PART, MAXIMUM_PARTS, type PollPart } from "../data/draftParts";
import { keepDraft, type Target, useDraft } from "../data/drafts";
import { isComplete } from "./pollDraft";
import { discardUploads } from "./useAttaching";
import { hasVisible, weigh } from "./weight";

/** A draft with what changes it; every change is kept. */
export function useParts(form: RefObject<HTMLFormElement | null>, target: Target) {
  const draft = useDraft(target);
  const { parts } = draft;
  const { focused, setFocused, focusLater } = useFocusOfParts(form, parts.length);
  const keep = (change: Partial<Draft>) => keepDraft(target, { ...draft, ...change });
  return {
    draft,
    focused,
    setFocused,
    keep,
    write: (index: number, text: string) => keep({ parts: parts.with(index, { ...(parts[index] ?? EMPTY_PART), text }) }),
    ask: (index: number, poll: PollPart | undefined) => keep({ parts: parts.with(index, { ...(parts[index] ?? EMPTY_PART), poll }) }),
    mayAdd: parts.length < MAXIMUM_PARTS,
    addAfter: (index: number) => {
      keep({ parts: parts.toSpliced(index + 1, 0, EMPTY_PART) });
      focusLater(index + 1);
    },
    remove: (index: number) => {
      void discardUploads(parts[index]?.media ?? []).catch(() => undefined);
      keep({ parts: parts.toSpliced(index, 1) });
      focusLater(Math.max(0, index - 1));
    },
  };
}

/** Whether the server would accept a tweet, as far as this is known. */
export function isPostable({ text, media, poll }: DraftPart): boolean {
  if (poll && !isComplete(poll)) return false;
  return hasVisible(text) ? weigh(text).fits : media.length > 0;
}

/** Which of the fields is in use, and how to focus another one after the next change of their number. */
function useFocusOfParts(form: RefObject<HTMLFormElement | null>, parts: number) {
  const [focused, setFocused] = useState(0);
  const wanted = useRef<number | undefined>(undefined);
  useEffect(() => {
    if (wanted.current === undefined) return;
    form.current?.querySelectorAll("textarea")[wanted.current]?.focus();
    wanted.current = undefined;
  }, [form, parts]);
  return {
    focused: Math.min(focused, parts - 1),
    setFocused,
    focusLater: (index: number) => {
      wanted.current = index;
    },
  };
}
