import { navigate } from "../ui/navigation";
import { paths } from "../ui/paths";
import { toast } from "../ui/toasts";
import { currentUser } from "../data/me";

/** Runs an action that requires a session, or offers to log in. */
export function ifLoggedIn(act: () => void): void {
  if (currentUser() !== null) act();
  else toast({ text: "Log in to like, reply or follow.", action: { label: "Log in", run: () => navigate(paths.logIn) } });
}
