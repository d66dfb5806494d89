import { Link } from "../ui/Link";
import { Mark } from "../ui/Mark";
import { paths } from "../ui/paths";
import "./Wordmark.css";

/** The name of Roost, which leads home. */
export function Wordmark() {
  return (
    <Link to={paths.home} className="wordmark">
      <Mark />
      <span>Roost</span>
    </Link>
  );
}
