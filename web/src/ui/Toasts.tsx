import { useEffect, useRef } from "react";
import { useCell } from "../api/cell";
import { IconButton } from "./Button";
import { CloseIcon } from "./icons";
import { dismiss, SHOWN_MILLISECONDS, type Toast, toasts } from "./toasts";
import "./Toasts.css";

export function Toasts() {
  const shown = useCell(toasts);
  return (
    <div className="toasts" role="status" aria-live="polite">
      {shown.map((toast) => (
        <ToastRow key={toast.id} toast={toast} />
      ))}
    </div>
  );
}

/** Disappears after a while, but not under the pointer or with the focus. */
function ToastRow({ toast: { id, text, kind, action } }: { toast: Toast }) {
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const timer = setInterval(() => {
      if (!row.current?.matches(":hover, :focus-within")) dismiss(id);
    }, SHOWN_MILLISECONDS);
    return () => clearInterval(timer);
  }, [id]);

  const act = () => {
    dismiss(id);
    action?.run();
  };
  return (
    <div ref={row} className={`toast toast-${kind}`}>
      <span>{text}</span>
      {action ? (
        <button type="button" className="toast-action" onClick={act}>
          {action.label}
        </button>
      ) : null}
      <IconButton label="Dismiss" onClick={() => dismiss(id)}>
        <CloseIcon />
      </IconButton>
    </div>
  );
}
