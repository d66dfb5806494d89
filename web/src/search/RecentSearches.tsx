import { Button, IconButton } from "../ui/Button";
import { Link } from "../ui/Link";
import { Notice } from "../ui/Notice";
import { ClockIcon, CloseIcon } from "../ui/icons";
import { paths } from "../ui/paths";
import { forgetSearches, removeRecentSearch, useRecentSearches } from "../data/recentSearches";
import { useSearchesTweets } from "../data/searching";
import "./RecentSearches.css";

/** What the user searched for on this device. */
export function RecentSearches() {
  const recent = useRecentSearches();
  const kinds = useSearchesTweets() ? "tweets, people" : "people";
  if (recent.length === 0) return <Notice title="Search Roost">Find {kinds} and #hashtags.</Notice>;
  return (
    <section className="recent" aria-labelledby="recent-searches">
      <header>
        <h2 id="recent-searches">Recent searches</h2>
        <Button look="quiet" onClick={forgetSearches}>
          Clear all
        </Button>
      </header>
      <ul>
        {recent.map((words) => (
          <li key={words}>
            <Link to={paths.search(words)}>
              <ClockIcon />
              <bdi>{words}</bdi>
            </Link>
            <IconButton label={`Remove ${words}`} onClick={() => removeRecentSearch(words)}>
              <CloseIcon />
            </IconButton>
          </li>
        ))}
      </ul>
    </section>
  );
}
