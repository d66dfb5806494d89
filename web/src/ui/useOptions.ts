import { useId, useState } from "react";

/** No option is active: the field itself is. */
export const FIELD = -1;

interface OptionsSettings {
  count: number;
  /** Names the options that are shown: when it changes, the first one is active again. */
  version: string;
  /** The option that is active at first. */
  first: number;
  /** Keys that pick the active option. */
  picks: readonly string[];
  onPick: (index: number) => void;
  onClose: () => void;
}

type Pressed = Pick<KeyboardEvent, "key" | "isComposing" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">;

/** Moves through the options below a field, which keeps the focus: the combobox pattern of ARIA. */
export function useOptions({ count, version, first, picks, onPick, onClose }: OptionsSettings) {
  const id = useId();
  // Nothing at first: which option is active then may change until the options are there.
  const [chosen, setChosen] = useState<{ version: string; index: number }>();
  const active = count === 0 ? FIELD : Math.min(chosen?.version === version ? chosen.index : first, count - 1);
  const point = (index: number) => setChosen({ version, index });

  /** Whether the key was for the options. */
  const press = (event: Pressed): boolean => {
    // Keys that an input method uses are not for the options.
    if (count === 0 || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return false;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") point(moved(active, event.key === "ArrowDown" ? 1 : -1, count, first));
    else if (event.key === "Escape") onClose();
    else if (picks.includes(event.key) && active !== FIELD && !event.shiftKey) onPick(active);
    else return false;
    return true;
  };

  return { listId: id, idOf: (index: number) => `${id}-${index}`, active, point, press };
}

/** The next option, round and round; through the field, if that is where it began. */
export function moved(active: number, step: 1 | -1, count: number, first: number): number {
  if (first !== FIELD) return active === FIELD ? (step === 1 ? 0 : count - 1) : (active + step + count) % count;
  return ((active + 1 + step + count + 1) % (count + 1)) - 1;
}
