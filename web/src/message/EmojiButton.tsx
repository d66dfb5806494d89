import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useRef, useState } from "react";
import { placeAt } from "../ui/placeAt";
import { GROUPS, QUICK } from "./emoji";
import "./EmojiButton.css";

interface EmojiButtonProps {
  label: string;
  /** Its name for the keys of a message. */
  tool?: string;
  className?: string;
  onPick: (emoji: string) => void;
  children: ReactNode;
}

/** A button that opens a choice of emoji. */
export function EmojiButton({ label, tool, className = "icon-button", onPick, children }: EmojiButtonProps) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  return (
    <>
      <button
        ref={button}
        type="button"
        className={className}
        aria-label={label}
        title={label}
        aria-haspopup="dialog"
        aria-expanded={open}
        data-tool={tool}
        onClick={() => setOpen(!open)}
      >
        {children}
      </button>
      {open ? (
        <Choice
          button={button}
          onClose={() => setOpen(false)}
          onPick={(emoji) => {
            setOpen(false);
            button.current?.focus();
            onPick(emoji);
          }}
        />
      ) : null}
    </>
  );
}

interface ChoiceProps {
  button: RefObject<HTMLButtonElement | null>;
  onClose: () => void;
  onPick: (emoji: string) => void;
}

const COLUMNS = 8;

/** Escape and a click beside it close a popover. */
function Choice({ button, onClose, onPick }: ChoiceProps) {
  const box = useRef<HTMLDivElement>(null);
  const closed = useRef(onClose);
  useEffect(() => {
    closed.current = onClose;
  });
  useEffect(() => {
    const element = box.current;
    if (element === null || button.current === null) return undefined;
    const toggled = (event: ToggleEvent) => {
      if (event.newState === "closed") closed.current();
    };
    element.showPopover();
    placeAt(element, button.current, "end");
    element.querySelector("button")?.focus({ preventScroll: true });
    element.addEventListener("toggle", toggled);
    return () => element.removeEventListener("toggle", toggled);
  }, [button]);

  const pressed = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.key === "Escape") {
      button.current?.focus();
      onClose();
    } else if (!move(event)) return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    // Arrows move between the buttons that are in it.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div ref={box} popover="auto" className="emoji-choice" role="dialog" aria-label="Emoji" onKeyDown={pressed}>
      <Group name="Often used" emoji={QUICK} onPick={onPick} />
      {GROUPS.map(({ name, emoji }) => (
        <Group key={name} name={name} emoji={emoji} onPick={onPick} />
      ))}
    </div>
  );
}

function Group({ name, emoji, onPick }: { name: string; emoji: readonly string[]; onPick: (emoji: string) => void }) {
  return (
    <div role="group" aria-label={name}>
      <p className="emoji-title" aria-hidden="true">
        {name}
      </p>
      <div className="emoji-grid">
        {emoji.map((each) => (
          <button key={each} type="button" className="emoji" onClick={() => onPick(each)}>
            {each}
          </button>
        ))}
      </div>
    </div>
  );
}

/** Moves the focus with the arrows; returns whether the key was one. */
function move({ key, currentTarget }: KeyboardEvent<HTMLElement>): boolean {
  const buttons = [...currentTarget.querySelectorAll<HTMLElement>("button")];
  const at = buttons.indexOf(document.activeElement as HTMLElement);
  const goal = { ArrowRight: at + 1, ArrowLeft: at - 1, ArrowDown: at + COLUMNS, ArrowUp: at - COLUMNS, Home: 0, End: buttons.length - 1 }[key];
  if (goal === undefined) return false;
  buttons[Math.min(buttons.length - 1, Math.max(0, goal))]?.focus();
  return true;
}
