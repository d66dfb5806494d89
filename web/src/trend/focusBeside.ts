/** Moves the focus to the row after the one that has it, or before, because that one goes. */
export function focusBeside(focused: Element | null): void {
  const row = focused?.closest("[data-row]");
  const other = row?.nextElementSibling ?? row?.previousElementSibling;
  if (other instanceof HTMLElement) other.focus({ preventScroll: true });
}
