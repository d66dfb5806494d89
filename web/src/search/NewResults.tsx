import { allIds } from "../api/pages";
import { counted } from "../ui/count";
import { type FoundPage, startWith, type TweetSearch, useNewestPage } from "../data/search";
import { newerThan } from "./newerThan";
import "../timeline/NewTweetsPill.css";

interface NewResultsProps {
  search: TweetSearch;
  pages: FoundPage[];
}

/** The number of results that came after those on the page; shows them when pressed. */
export function NewResults({ search, pages }: NewResultsProps) {
  const newest = useNewestPage(search, pages[0]);
  const [first] = allIds({ pages, pageParams: [] });
  const fresh = newest === undefined ? [] : newerThan(first, newest.ids);
  const show = () => {
    if (newest === undefined) return;
    window.scrollTo({ top: 0 });
    startWith(search, newest);
  };
  return (
    <div className="pill-place search-news" role="status">
      {fresh.length === 0 ? null : (
        <div className="pills">
          <button type="button" className="pill pill-plain" onClick={show}>
            Show {fresh.length === newest?.ids.length && newest.next !== undefined ? "newer results" : counted(fresh.length, "new result", "new results")}
          </button>
        </div>
      )}
    </div>
  );
}
