import { useEffect, useId, useRef, useState } from "react";
import { Button } from "../ui/Button";
import "./AltBadge.css";

/** Shows the description of a picture to people who see it. */
export function AltBadge({ text }: { text: string }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" className="media-badge alt-badge" aria-haspopup="dialog" aria-expanded={open} title="Description" onClick={() => setOpen(true)}>
        ALT
      </button>
      {open ? <Description text={text} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

/** Escape and a click beside it close a popover. */
function Description({ text, onClose }: { text: string; onClose: () => void }) {
  const box = useRef<HTMLDivElement>(null);
  const titleId = useId();
  const closed = useRef(onClose);
  useEffect(() => {
    closed.current = onClose;
  });
  useEffect(() => {
    const element = box.current;
    const toggled = (event: ToggleEvent) => {
      if (event.newState === "closed") closed.current();
    };
    // A dialog below it stays open.
    const pressed = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      event.preventDefault();
      element?.hidePopover();
    };
    element?.addEventListener("keydown", pressed);
    element?.addEventListener("toggle", toggled);
    element?.showPopover();
    element?.querySelector("button")?.focus();
    return () => {
      element?.removeEventListener("keydown", pressed);
      element?.removeEventListener("toggle", toggled);
    };
  }, []);
  return (
    <div ref={box} popover="auto" className="alt-text" role="dialog" aria-labelledby={titleId}>
      <h2 id={titleId}>Description</h2>
      <p dir="auto">{text}</p>
      <Button onClick={() => box.current?.hidePopover()}>Close</Button>
    </div>
  );
}
