import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";
import type { SearchSuggestion } from "../api/types";
import { HashtagOption, Options, OptionsStatus, UserOption } from "../ui/Options";
import { useDebounced } from "../ui/useDebounced";
import { FIELD, useOptions } from "../ui/useOptions";
import { useSearchSuggestions } from "../data/search";
import { completed, type Unfinished } from "./completion";
import { placeAtText } from "./placeAtText";
import "./Completion.css";

interface CompletionProps {
  field: RefObject<HTMLTextAreaElement | null>;
  text: string;
  unfinished: Unfinished;
}

const PAUSE = 100;
const MOST = 6;

/** Suggests how a name or hashtag goes on, at the place where it is written. */
export default function Completion({ field, text, unfinished }: CompletionProps) {
  const [closedAt, setClosedAt] = useState<number>();
  const isClosed = closedAt === unfinished.start;
  const { items, isCurrent } = useItems(unfinished, isClosed);
  const list = useRef<HTMLDivElement>(null);

  const pick = (index: number) => {
    const item = items[index];
    const element = field.current;
    if (item === undefined || element === null) return;
    setClosedAt(unfinished.start);
    write(element, unfinished, completed(unfinished, text, nameOf(item)));
  };
  const options = useOptions({
    count: items.length,
    version: unfinished.written,
    // The keys that pick are also for writing: they do so if the first suggestion may be what is meant.
    first: isCurrent && !items.some((item) => nameOf(item).slice(1) === unfinished.written) ? 0 : FIELD,
    picks: ["Enter", "Tab"],
    onPick: pick,
    onClose: () => setClosedAt(unfinished.start),
  });
  const activeId = options.active === FIELD ? undefined : options.idOf(options.active);
  useFieldOf(field, items.length > 0 ? options.listId : undefined, activeId, options.press);
  usePlace(list, field, unfinished.start, items.length);

  return (
    <>
      {items.length > 0 ? (
        <Options
          label={unfinished.kind === "user" ? "People" : "Hashtags"}
          items={items}
          keyOf={nameOf}
          render={(item) => (item.type === "user" ? <UserOption user={item.user} /> : <HashtagOption tag={item.tag} count={item.tweets_count} />)}
          options={options}
          onPick={pick}
          popover={list}
        />
      ) : null}
      <OptionsStatus count={items.length} />
    </>
  );
}

function useItems({ kind, written }: Unfinished, isClosed: boolean): { items: readonly SearchSuggestion[]; isCurrent: boolean } {
  const sought = isClosed ? "" : `${kind === "user" ? "@" : "#"}${written}`;
  const asked = useDebounced(sought, PAUSE);
  const { found, isCurrent } = useSearchSuggestions(asked, MOST);
  return { items: found.filter(({ type }) => type === kind), isCurrent: isCurrent && asked === sought };
}

function nameOf(item: SearchSuggestion): string {
  return item.type === "user" ? `@${item.user.username}` : `#${item.tag}`;
}

/** Writes as a person would, so that undoing works. */
function write(field: HTMLTextAreaElement, { start, end }: Unfinished, name: string): void {
  field.focus();
  field.setSelectionRange(start, end);
  // There is no other way that keeps the history of the field.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  if (document.execCommand("insertText", false, name)) return;
  field.setRangeText(name, start, end, "end");
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

/** Gives the field the keys and the attributes of a list of suggestions while there is one. */
function useFieldOf(
  field: RefObject<HTMLTextAreaElement | null>,
  listId: string | undefined,
  activeId: string | undefined,
  press: (event: KeyboardEvent) => boolean,
): void {
  const latest = useRef(press);
  useEffect(() => {
    latest.current = press;
  });
  useEffect(() => {
    const element = field.current;
    if (element === null || listId === undefined) return undefined;
    // Before the form and the dialog, which have other uses for the same keys.
    const pressed = (event: KeyboardEvent) => {
      if (!latest.current(event)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    element.addEventListener("keydown", pressed);
    element.setAttribute("aria-autocomplete", "list");
    element.setAttribute("aria-controls", listId);
    return () => {
      element.removeEventListener("keydown", pressed);
      for (const name of ["aria-autocomplete", "aria-controls"]) element.removeAttribute(name);
    };
  }, [field, listId]);
  useEffect(() => {
    const element = field.current;
    if (element === null || activeId === undefined) return undefined;
    element.setAttribute("aria-activedescendant", activeId);
    return () => element.removeAttribute("aria-activedescendant");
  }, [field, activeId]);
}

/** Keeps the list at the text while the page moves. */
function usePlace(list: RefObject<HTMLDivElement | null>, field: RefObject<HTMLTextAreaElement | null>, start: number, count: number): void {
  useLayoutEffect(() => {
    const element = list.current;
    const text = field.current?.previousElementSibling;
    if (element === null || !text) return undefined;
    const place = () => placeAtText(element, text, start);
    element.showPopover();
    place();
    const ended = new AbortController();
    window.addEventListener("scroll", place, { capture: true, passive: true, signal: ended.signal });
    window.addEventListener("resize", place, { signal: ended.signal });
    window.visualViewport?.addEventListener("resize", place, { signal: ended.signal });
    return () => ended.abort();
  }, [list, field, start, count]);
}
