import { Button } from "../ui/Button";
import { navigate } from "../ui/navigation";
import { paths } from "../ui/paths";
import { textOf } from "../ui/useSubmit";
import "./FindByName.css";

/** Opens the profile of a user by name. */
export function FindByName() {
  return (
    <form
      className="find"
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        const username = textOf(new FormData(event.currentTarget), "username").trim().replace(/^@/, "");
        if (username !== "") navigate(paths.profile(encodeURIComponent(username)));
      }}
    >
      <input name="username" aria-label="Username" placeholder="@username" autoCapitalize="none" spellCheck={false} />
      <Button type="submit">Go</Button>
    </form>
  );
}
