import { useCell } from "../api/cell";
import { IconButton } from "./Button";
import { CloseIcon } from "./icons";
import { dismiss, toasts } from "./toasts";

export function Toasts() {
  const shown = useCell(toasts);
  return (
    <div className="toasts" role="status" aria-live="polite">
      {shown.map((toast) => (
        <div className={`toast toast-${toast.kind}`} key={toast.id}>
          <span>{toast.text}</span>
          {toast.action ? (
            <button
              type="button"
              className="toast-action"
              onClick={() => {
                dismiss(toast.id);
                toast.action?.run();
              }}
            >
              {toast.action.label}
            </button>
          ) : null}
          <IconButton label="Dismiss" onClick={() => dismiss(toast.id)}>
            <CloseIcon />
          </IconButton>
        </div>
      ))}
    </div>
  );
}
