import { IconButton } from "../ui/Button";
import { CloseIcon } from "../ui/icons";
import { dismiss, useSuggestion } from "../data/suggestions";
import { useUser } from "../data/users";
import { UserRow } from "./UserRow";
import { why } from "./why";
import "./SuggestionRow.css";

/** A suggested user, with the reason; `short` for the right column. */
export function SuggestionRow({ id, short = false }: { id: string; short?: boolean }) {
  const suggestion = useSuggestion(id);
  const user = useUser(id);
  if (suggestion === undefined || user === undefined) return null;
  return (
    <UserRow id={id} className={short ? "suggestion suggestion-short" : "suggestion"} why={why(suggestion)}>
      <IconButton label={`Don't suggest @${user.username}`} onClick={() => void dismiss(id)}>
        <CloseIcon />
      </IconButton>
    </UserRow>
  );
}
