import { type RefObject, type SyntheticEvent, useEffect, useRef, useState } from "react";
import { openLayer, usePath } from "./navigation";

interface Modal {
  ref: RefObject<HTMLDialogElement | null>;
  onCancel: (event: SyntheticEvent<HTMLDialogElement>) => void;
}

const never = () => false;

/**
 * Shows a `<dialog>` over the page while its component is there. The browser keeps the focus in it and restores it; Escape,
 * a press on the dialog's own area, Back and opening another page close it.
 *
 * @param asks whether closing would lose something; then `onClose` asks before it closes
 */
export function useModal(onClose: () => void, asks: () => boolean = never): Modal {
  const ref = useRef<HTMLDialogElement>(null);
  useEndOnLeaving(onClose);
  useLayer(onClose, asks);

  useEffect(() => {
    const element = ref.current;
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
    const element = ref.current;
    // A click on the backdrop has the dialog itself as its target.
    const clicked = (event: MouseEvent) => {
      if (event.target === element) onClose();
    };
    // Browsers close a dialog at the second Escape, whatever its cancel event says.
    const pressed = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || event.isComposing || event.defaultPrevented) return;
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

  const onCancel = (event: SyntheticEvent<HTMLDialogElement>) => {
    // The choice of a file and dialogs within this one can be cancelled too.
    if (event.target !== event.currentTarget) return;
    event.preventDefault();
    onClose();
  };
  return { ref, onCancel };
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
