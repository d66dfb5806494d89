import { useRef, useState } from "react";
import { IconButton } from "../ui/Button";
import { CloseIcon, SearchIcon } from "../ui/icons";
import { setMessageSearch, useMessageSearch } from "./messageSearch";
import "../search/SearchField.css";
import "./MessageSearchField.css";

const MAXIMUM_LENGTH = 200;

/** The field for a search in one's own messages, which begins with Enter. */
export function MessageSearchField() {
  const searched = useMessageSearch();
  const [text, setText] = useState(searched);
  const field = useRef<HTMLInputElement>(null);
  const clear = () => {
    setText("");
    setMessageSearch("");
    field.current?.focus();
  };
  return (
    <search className="search-field message-search">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          setMessageSearch(text.trim());
        }}
      >
        <SearchIcon />
        <input
          ref={field}
          type="search"
          value={text}
          maxLength={MAXIMUM_LENGTH}
          dir="auto"
          placeholder="Search messages"
          aria-label="Search messages"
          autoComplete="off"
          enterKeyHint="search"
          onChange={({ target }) => {
            setText(target.value);
            if (target.value === "") setMessageSearch("");
          }}
          onKeyDown={(event) => {
            if (event.key !== "Escape" || text === "") return;
            event.preventDefault();
            clear();
          }}
        />
        {text === "" ? null : (
          <IconButton label="Clear" className="search-clear" onClick={clear}>
            <CloseIcon />
          </IconButton>
        )}
      </form>
    </search>
  );
}
