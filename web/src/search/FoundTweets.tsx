import { useMemo } from "react";
import { Notice } from "../ui/Notice";
import { PagedList } from "../ui/PagedList";
import type { SearchPart } from "../ui/paths";
import { type FoundPage, tweetSearchOf, useTweetSearch } from "../data/search";
import { Highlights, type Range } from "../tweet/highlights";
import { TweetRow } from "../tweet/TweetRow";
import { NewResults } from "./NewResults";
import { SearchFailure } from "./SearchFailure";
import { SearchNote } from "./SearchNote";
import { SearchTips } from "./SearchTips";
import "./FoundTweets.css";

const lists = { top: "Top tweets", latest: "Latest tweets", media: "Tweets with pictures or videos" } as const;

/** The tweets that match a search, with the matching parts marked. */
export function FoundTweets({ words, part }: { words: string; part: Exclude<SearchPart, "people"> }) {
  const search = tweetSearchOf(words, part);
  const query = useTweetSearch(search);
  const pages = query.data?.pages;
  const highlights = useMemo(() => highlightsOf(pages), [pages]);
  if (query.isError && pages === undefined) {
    return <SearchFailure error={query.error} words={words} retry={() => void query.refetch()} />;
  }
  return (
    <Highlights value={highlights}>
      <Warnings page={pages?.[0]} />
      {part === "latest" && pages ? <NewResults search={search} pages={pages} /> : null}
      <PagedList
        query={query}
        label={lists[part]}
        render={(id) => <TweetRow id={id} />}
        empty={
          <Notice title={part === "media" ? "No pictures or videos found" : "No tweets found"} action={<SearchTips look="button" />}>
            Try other words, or fewer of them.
          </Notice>
        }
      />
    </Highlights>
  );
}

function highlightsOf(pages: readonly FoundPage[] = []): ReadonlyMap<string, readonly Range[]> {
  return new Map(pages.flatMap((page) => page.highlights.map(({ id, ranges }) => [id, ranges] as const)));
}

/** What the server did not understand, or what has no effect. */
function Warnings({ page }: { page: FoundPage | undefined }) {
  const texts = new Set(page?.warnings.map(({ text }) => text));
  if (texts.size === 0) return null;
  return (
    <SearchNote>
      {[...texts].map((text) => (
        <p key={text}>{text}</p>
      ))}
    </SearchNote>
  );
}
