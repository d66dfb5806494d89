import { Link } from "../ui/Link";
import { paths } from "../ui/paths";
import { useUser } from "../data/users";

/** A link to a user, or who acted if it was nobody with an account. */
export function Person({ id, otherwise = "the server" }: { id: string | undefined; otherwise?: string }) {
  const user = useUser(id ?? "");
  if (user === undefined) return <>{id === undefined ? otherwise : "a deleted account"}</>;
  return (
    <Link to={paths.profile(user.username)} className="person">
      @{user.username}
    </Link>
  );
}
