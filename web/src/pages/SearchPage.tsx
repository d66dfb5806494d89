import { Notice } from "../ui/Notice";
import { PageHead } from "../ui/PageHead";
import { PagedList } from "../ui/PagedList";
import { SearchIcon } from "../ui/icons";
import { navigate, useSearchText } from "../ui/navigation";
import { paths } from "../ui/paths";
import { useTweetPages } from "../data/tweetLists";
import { TweetRow } from "../tweet/TweetRow";
import { searchTweets } from "../search/searchTweets";
import "./SearchPage.css";

/** Searches for tweets. The words are part of the URL, so a search can be shared and reopened. */
export default function SearchPage() {
  const words = new URLSearchParams(useSearchText()).get("q")?.trim() ?? "";
  return (
    <>
      <PageHead title="Search" />
      <search className="search">
        <form
          action={paths.search()}
          onSubmit={(event) => {
            event.preventDefault();
            const asked = new FormData(event.currentTarget).get("q");
            if (typeof asked === "string") navigate(paths.search(asked.trim()));
          }}
        >
          <SearchIcon />
          <input key={words} type="search" name="q" defaultValue={words} aria-label="Search" placeholder="Words, #tags, @names" />
        </form>
      </search>
      {words === "" ? (
        <Notice title="What are you looking for?" />
      ) : (
        <Found key={words} words={words} />
      )}
    </>
  );
}

function Found({ words }: { words: string }) {
  const query = useTweetPages(["search", words], (page) => searchTweets(words, page));
  const empty = <Notice title="No tweets found">Try other or fewer words.</Notice>;
  return <PagedList query={query} label="Found tweets" render={(id) => <TweetRow id={id} />} empty={empty} />;
}
