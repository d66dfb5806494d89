import { type ReactNode, useId } from "react";
import { IconButton } from "./Button";
import { CloseIcon } from "./icons";
import { useModal } from "./useModal";
import "./Dialog.css";

interface DialogProps {
  title: string;
  onClose: () => void;
  /** Whether closing would lose something; then `onClose` asks before it closes. */
  asks?: () => boolean;
  children: ReactNode;
  className?: string;
}

/** A dialog with a title over the page. */
export function Dialog({ title, onClose, asks, children, className = "" }: DialogProps) {
  const titleId = useId();
  const modal = useModal(onClose, asks);
  return (
    <dialog {...modal} className={`dialog ${className}`} aria-labelledby={titleId}>
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
