import { navigate } from "../ui/navigation";
import { paths } from "../ui/paths";
import { toast } from "../ui/toasts";
import { currentUser } from "../data/me";

/** Does what only someone with an account can do; a visitor is told how to get one. */
export function ifLoggedIn(act: () => void): void {
  if (currentUser() !== null) act();
  else toast({ text: "That needs an account.", action: { label: "Log in", run: () => navigate(paths.logIn) } });
}
