import type { ReactNode, RefObject } from "react";
import type { User } from "../api/types";
import { Avatar } from "./Avatar";
import { counted } from "./count";
import { HashIcon } from "./icons";
import type { useOptions } from "./useOptions";
import "./Options.css";

interface OptionsProps<Item> {
  label: string;
  items: readonly Item[];
  keyOf: (item: Item) => string;
  render: (item: Item) => ReactNode;
  options: ReturnType<typeof useOptions>;
  onPick: (index: number) => void;
  /** Shown above everything else. */
  popover?: RefObject<HTMLDivElement | null>;
}

/** What a field offers while someone writes. */
export function Options<Item>({ label, items, keyOf, render, options, onPick, popover }: OptionsProps<Item>) {
  return (
    <div id={options.listId} className="options" role="listbox" aria-label={label} {...(popover && { ref: popover, popover: "manual" })}>
      {items.map((item, index) => (
        <button
          key={keyOf(item)}
          id={options.idOf(index)}
          type="button"
          role="option"
          tabIndex={-1}
          className="option"
          aria-selected={index === options.active}
          // The field keeps the focus.
          onMouseDown={(event) => event.preventDefault()}
          onPointerMove={() => options.point(index)}
          onClick={() => onPick(index)}
        >
          {render(item)}
        </button>
      ))}
    </div>
  );
}

/** How many options there are, for screen readers. */
export function OptionsStatus({ count }: { count: number }) {
  return (
    <p className="only-spoken" role="status">
      {count === 0 ? "" : counted(count, "suggestion", "suggestions")}
    </p>
  );
}

export function UserOption({ user }: { user: User }) {
  return (
    <>
      <Avatar user={user} size="small" />
      <span className="option-main">
        <bdi className="name">{user.display_name}</bdi> <span className="handle">@{user.username}</span>
      </span>
    </>
  );
}

export function HashtagOption({ tag, count }: { tag: string; count: number }) {
  return (
    <>
      <HashIcon />
      <bdi className="option-main">#{tag}</bdi>
      <span className="option-count">{counted(count, "tweet", "tweets")}</span>
    </>
  );
}

/** Words to search for. */
export function WordsOption({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <>
      {icon}
      <span className="option-main">{children}</span>
    </>
  );
}
