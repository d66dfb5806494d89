import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import { IconButton } from "./Button";
import { CloseIcon } from "./icons";
import { usePath } from "./navigation";
import "./Dialog.css";

interface DialogProps {
  title: string;
  onClose: () => void;
  children: ReactNode;
  className?: string;
}

/** A window over the page. The browser keeps the focus in it, closes it by Escape, and gives the focus back. */
export function Dialog({ title, onClose, children, className = "" }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEndOnLeaving(onClose);

  useEffect(() => {
    const element = dialog.current;
    const opener = document.activeElement;
    element?.showModal();
    element?.querySelector<HTMLElement>("[data-autofocus]")?.focus();
    return () => {
      element?.close();
      // The opener may be a row that was drawn anew since; focus on nothing would send keyboards to the page's top.
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, []);

  useEffect(() => {
    const element = dialog.current;
    // On the backdrop the dialog itself is what was clicked.
    const clicked = (event: MouseEvent) => {
      if (event.target === element) onClose();
    };
    element?.addEventListener("mousedown", clicked);
    return () => element?.removeEventListener("mousedown", clicked);
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

/** Who goes to another page, by a link in the window or back in the history, has left the window as well. */
function useEndOnLeaving(onClose: () => void): void {
  const path = usePath();
  const [opened] = useState(path);
  useEffect(() => {
    if (path !== opened) onClose();
  }, [path, opened, onClose]);
}
