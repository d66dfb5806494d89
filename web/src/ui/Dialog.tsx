import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import { IconButton } from "./Button";
import { CloseIcon } from "./icons";
import { openLayer, usePath } from "./navigation";
import "./Dialog.css";

interface DialogProps {
  title: string;
  onClose: () => void;
  /** Whether closing would lose something; then `onClose` asks before it closes. */
  asks?: () => boolean;
  children: ReactNode;
  className?: string;
}

const never = () => false;

/** A dialog over the page. The browser keeps the focus in it and restores it; Escape, a click beside it and Back close it. */
export function Dialog({ title, onClose, asks = never, children, className = "" }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEndOnLeaving(onClose);
  useLayer(onClose, asks);

  useEffect(() => {
    const element = dialog.current;
    const opener = document.activeElement;
    element?.showModal();
    element?.querySelector<HTMLElement>("[data-autofocus]")?.focus();
    return () => {
      element?.close();
      // The opener may be gone; losing the focus would move keyboard users to the top of the page.
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, []);

  useEffect(() => {
    const element = dialog.current;
    // A click on the backdrop has the dialog itself as its target.
    const clicked = (event: MouseEvent) => {
      if (event.target === element) onClose();
    };
    // Browsers close a dialog at the second Escape, whatever its cancel event says.
    const pressed = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || event.isComposing) return;
      event.preventDefault();
      onClose();
    };
    element?.addEventListener("mousedown", clicked);
    element?.addEventListener("keydown", pressed);
    return () => {
      element?.removeEventListener("mousedown", clicked);
      element?.removeEventListener("keydown", pressed);
    };
  }, [onClose]);

  return (
    <dialog
      ref={dialog}
      className={`dialog ${className}`}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <div className="dialog-body">
        <header className="dialog-head">
          <h2 id={titleId}>{title}</h2>
          <IconButton label="Close" onClick={onClose}>
            <CloseIcon />
          </IconButton>
        </header>
        {children}
      </div>
    </dialog>
  );
}

/** Closes the dialog when the user opens another page. */
function useEndOnLeaving(onClose: () => void): void {
  const path = usePath();
  const [opened] = useState(path);
  useEffect(() => {
    if (path !== opened) onClose();
  }, [path, opened, onClose]);
}

/** Lets Back close the dialog instead of leaving the page. */
function useLayer(onClose: () => void, asks: () => boolean): void {
  const latest = useRef({ onClose, asks });
  useEffect(() => {
    latest.current = { onClose, asks };
  });
  useEffect(
    () =>
      openLayer(() => {
        const stays = latest.current.asks();
        latest.current.onClose();
        return !stays;
      }),
    [],
  );
}
