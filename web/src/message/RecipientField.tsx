import { type KeyboardEvent, useId, useRef, useState } from "react";
import type { User } from "../api/types";
import { IconButton } from "../ui/Button";
import { CloseIcon } from "../ui/icons";
import { Options, OptionsStatus, UserOption } from "../ui/Options";
import { useDebounced } from "../ui/useDebounced";
import { useOptions } from "../ui/useOptions";
import { useSearchSuggestions } from "../data/search";
import "../ui/Field.css";
import "./RecipientField.css";

interface RecipientFieldProps {
  label: string;
  chosen: readonly User[];
  autofocus?: boolean;
  /** Users that are not offered. */
  without: readonly string[];
  onChange: (chosen: readonly User[]) => void;
}

const PAUSE = 120;
const MOST = 6;

/** Chooses users: one finds them by a part of their names. */
export function RecipientField({ label, chosen, autofocus = false, without, onChange }: RecipientFieldProps) {
  const [text, setText] = useState("");
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const sought = useDebounced(text.trim().replace(/^@/, ""), PAUSE);
  const { found } = useSearchSuggestions(sought === "" ? "" : `@${sought}`, MOST + without.length);
  const items = text.trim() === "" ? [] : usersIn(found, [...without, ...chosen.map((user) => user.id)]);

  const pick = (index: number) => {
    const user = items[index];
    if (user === undefined) return;
    setText("");
    onChange([...chosen, user]);
    field.current?.focus();
  };
  const options = useOptions({ count: items.length, version: sought, first: 0, picks: ["Enter", "Tab"], onPick: pick, onClose: () => setText("") });
  const pressed = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === "Backspace" && text === "" && chosen.length > 0) onChange(chosen.slice(0, -1));
    else if (!options.press(event.nativeEvent)) return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div className="field recipient-field">
      <label htmlFor={id}>{label}</label>
      <div className="recipients">
        {chosen.map((user) => (
          <span key={user.id} className="recipient">
            <bdi>{user.display_name}</bdi>
            <IconButton label={`Remove ${user.display_name}`} onClick={() => onChange(chosen.filter((each) => each.id !== user.id))}>
              <CloseIcon />
            </IconButton>
          </span>
        ))}
        <input
          ref={field}
          id={id}
          value={text}
          dir="auto"
          placeholder={chosen.length === 0 ? "Name or username" : ""}
          role="combobox"
          aria-autocomplete="list"
          aria-expanded={items.length > 0}
          aria-controls={items.length > 0 ? options.listId : undefined}
          aria-activedescendant={options.active < 0 || items.length === 0 ? undefined : options.idOf(options.active)}
          autoCapitalize="none"
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          data-autofocus={autofocus || undefined}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={pressed}
        />
      </div>
      {items.length > 0 ? (
        <Options label="People" items={items} keyOf={(user) => user.id} render={(user) => <UserOption user={user} />} options={options} onPick={pick} />
      ) : null}
      <OptionsStatus count={items.length} />
    </div>
  );
}

function usersIn(found: ReturnType<typeof useSearchSuggestions>["found"], without: readonly string[]): User[] {
  return found.flatMap((each) => (each.type === "user" && !without.includes(each.user.id) ? [each.user] : [])).slice(0, MOST);
}
