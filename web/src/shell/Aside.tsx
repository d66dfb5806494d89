import { Link } from "../ui/Link";
import { KeyboardIcon } from "../ui/icons";
import { usePath } from "../ui/navigation";
import { paths } from "../ui/paths";
import { useMedia } from "../ui/useMedia";
import { useListed, useSuggestions } from "../data/suggestions";
import { showShortcuts } from "../keyboard/shortcuts";
import { SuggestionRow } from "../profile/SuggestionRow";
import { SearchField } from "../search/SearchField";
import { TopTrends } from "../trend/TopTrends";
import "./Aside.css";

const MOST = 3;

/** The column beside the page on wide screens: a search, people to follow, trends, and a hint. */
export function Aside() {
  const isWide = useMedia("(min-width: 68.75rem)");
  const path = usePath();
  // On narrow screens nobody sees it, so it loads nothing. Messages need the room.
  if (!isWide || path.startsWith(paths.messages())) return null;
  return (
    <aside className="aside" aria-label="Suggestions">
      <Search />
      <PeopleCard />
      <TrendsCard />
      <button type="button" className="aside-hint" onClick={showShortcuts}>
        <KeyboardIcon />
        <span>
          Keyboard shortcuts: press <kbd>?</kbd>
        </span>
      </button>
    </aside>
  );
}

/** Nothing beside a page that has the field itself. */
function Search() {
  const path = usePath();
  const isThere = [paths.latest, paths.people, paths.trends, paths.search()].includes(path);
  return isThere ? null : <SearchField key={path} />;
}

/** Nothing beside a page that has them itself. */
function TrendsCard() {
  const path = usePath();
  return path === paths.trends || path === paths.search() ? null : <TopTrends className="card card-trends" short />;
}

/** Nothing beside a page that lists the same people. */
function PeopleCard() {
  const { data: ids = [] } = useSuggestions();
  const listed = useListed();
  if (listed || ids.length === 0) return null;
  return (
    <section className="card card-people" aria-labelledby="people-to-follow">
      <h2 id="people-to-follow">People to follow</h2>
      <ul>
        {ids.slice(0, MOST).map((id) => (
          <li key={id}>
            <SuggestionRow id={id} short />
          </li>
        ))}
      </ul>
      {ids.length > MOST ? (
        <Link to={paths.people} className="card-more">
          Show more
        </Link>
      ) : null}
    </section>
  );
}
