import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { IconButton } from "../ui/Button";
import { ClockIcon, CloseIcon, SearchIcon } from "../ui/icons";
import { navigate } from "../ui/navigation";
import { HashtagOption, Options, OptionsStatus, UserOption, WordsOption } from "../ui/Options";
import { paths, type SearchPart } from "../ui/paths";
import { useDebounced } from "../ui/useDebounced";
import { FIELD, useOptions } from "../ui/useOptions";
import { useRecentSearches } from "../data/recentSearches";
import { useSearchSuggestions } from "../data/search";
import { searchFor } from "./searchFor";
import { isSuggested, keyOfOption, type SearchOption, searchOptions } from "./searchOptions";
import "./SearchField.css";

interface SearchFieldProps {
  /** What is searched for now. */
  words?: string;
  /** The kind of results to search for. */
  part?: SearchPart;
  /** Whether the field suggests nothing until something is written. */
  isPlain?: boolean;
  autofocus?: boolean;
}

const PAUSE = 120;
const MOST_SUGGESTED = 8;
const MAXIMUM_LENGTH = 500;

/** The field for a search, which suggests earlier searches, users and hashtags. */
export function SearchField({ words = "", part, isPlain = false, autofocus = false }: SearchFieldProps) {
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(words);
  const [isOpen, setOpen] = useState(false);
  const items = useItems(text, isOpen, isPlain ? words : undefined);
  useAutofocus(field, autofocus);

  const leave = () => {
    setOpen(false);
    // The keys of the page work again, and phones hide their keyboard.
    document.getElementById("main")?.focus({ preventScroll: true });
  };
  const pick = (index: number) => {
    const item = items[index];
    if (item === undefined) return;
    leave();
    if (!isSuggested(item)) searchFor(item.words, part);
    else if (item.type === "hashtag") searchFor(`#${item.tag}`);
    else navigate(paths.profile(item.user.username));
  };
  const options = useOptions({
    count: items.length,
    version: `${isOpen} ${text}`,
    first: FIELD,
    picks: ["Enter"],
    onPick: pick,
    onClose: () => setOpen(false),
  });
  const pressed = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === "ArrowDown" && !isOpen) setOpen(true);
    if (!options.press(event.nativeEvent)) return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <search className="search-field">
      <form
        action={paths.search()}
        onSubmit={(event) => {
          event.preventDefault();
          leave();
          searchFor(text, part);
        }}
      >
        <SearchIcon />
        <input
          ref={field}
          type="search"
          name="q"
          value={text}
          maxLength={MAXIMUM_LENGTH}
          dir="auto"
          placeholder="Search"
          aria-label="Search"
          role="combobox"
          aria-autocomplete="list"
          aria-expanded={items.length > 0}
          aria-controls={items.length > 0 ? options.listId : undefined}
          aria-activedescendant={options.active === FIELD ? undefined : options.idOf(options.active)}
          autoCapitalize="none"
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          enterKeyHint="search"
          data-search
          onFocus={() => setOpen(true)}
          onBlur={() => setOpen(false)}
          onChange={(event) => {
            setText(event.target.value);
            setOpen(true);
          }}
          onKeyDown={pressed}
        />
        {text === "" ? null : (
          <IconButton
            label="Clear"
            className="search-clear"
            onClick={() => {
              setText("");
              field.current?.focus();
            }}
          >
            <CloseIcon />
          </IconButton>
        )}
      </form>
      {items.length > 0 ? (
        <Options
          label="Suggestions"
          items={items}
          keyOf={keyOfOption}
          render={(item) => <OptionOf item={item} />}
          options={options}
          onPick={pick}
        />
      ) : null}
      <OptionsStatus count={items.length} />
    </search>
  );
}

function useItems(text: string, isOpen: boolean, plain: string | undefined): readonly SearchOption[] {
  const recent = useRecentSearches();
  const { found } = useSearchSuggestions(useDebounced(isOpen ? text.trim() : "", PAUSE), MOST_SUGGESTED);
  if (!isOpen || text.trim() === plain?.trim()) return [];
  return searchOptions(text, recent, found);
}

/** A page takes the focus when it opens, so this comes after it. */
function useAutofocus(field: { current: HTMLInputElement | null }, wanted: boolean): void {
  useEffect(() => {
    if (!wanted) return undefined;
    const frame = requestAnimationFrame(() => {
      const input = field.current;
      if (input === null) return;
      input.focus({ preventScroll: true });
      input.setSelectionRange(MAXIMUM_LENGTH, MAXIMUM_LENGTH);
      input.scrollLeft = input.scrollWidth;
    });
    return () => cancelAnimationFrame(frame);
  }, [field, wanted]);
}

function OptionOf({ item }: { item: SearchOption }) {
  if (!isSuggested(item)) {
    return item.kind === "recent" ? (
      <WordsOption icon={<ClockIcon />}>
        <bdi>{item.words}</bdi>
      </WordsOption>
    ) : (
      <WordsOption icon={<SearchIcon />}>
        Search for <bdi className="name">{item.words}</bdi>
      </WordsOption>
    );
  }
  return item.type === "user" ? <UserOption user={item.user} /> : <HashtagOption tag={item.tag} count={item.tweets_count} />;
}
