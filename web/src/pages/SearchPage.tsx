import { PageHead } from "../ui/PageHead";
import { Tabs } from "../ui/Tabs";
import { cameBack, useSearchText } from "../ui/navigation";
import { paths, type SearchPart, searchParts } from "../ui/paths";
import { useSearchesTweets } from "../data/searching";
import { FoundTweets } from "../search/FoundTweets";
import { FoundUsers } from "../search/FoundUsers";
import { HashtagHead } from "../search/HashtagHead";
import { RecentSearches } from "../search/RecentSearches";
import { SearchField } from "../search/SearchField";
import { SearchNote } from "../search/SearchNote";
import { SearchTips } from "../search/SearchTips";
import { hashtagOf } from "../search/hashtagOf";
import { TopTrends } from "../trend/TopTrends";

const names: Record<SearchPart, string> = { top: "Top", latest: "Latest", people: "People", media: "Media" };

/** Searches for tweets and people. The words are part of the URL, so a search can be shared and reopened. */
export default function SearchPage() {
  const { text, words, part, isUnfinished } = searchOf(useSearchText());
  const searchesTweets = useSearchesTweets();
  const tag = hashtagOf(words);
  return (
    <>
      <PageHead
        title="Search"
        tab={words === "" ? "Search" : `${words} · Search`}
        field={<SearchField key={text} words={text} part={part} isPlain={isUnfinished} autofocus={isUnfinished && !cameBack()} />}
      >
        {searchesTweets ? <SearchTips look="icon" /> : null}
      </PageHead>
      {tag === undefined ? null : <HashtagHead key={tag} tag={tag} />}
      {words === "" ? <Beginning /> : searchesTweets ? <Results words={words} part={part} /> : <OnlyPeople words={words} />}
    </>
  );
}

function Beginning() {
  return (
    <>
      <RecentSearches />
      <TopTrends className="top-trends" />
    </>
  );
}

function Results({ words, part }: { words: string; part: SearchPart }) {
  return (
    <Tabs
      label="Results"
      tabs={searchParts.map((each) => ({ to: paths.search(words, each), label: names[each], isHere: each === part }))}
    >
      <Found key={`${part} ${words}`} words={words} part={part} />
    </Tabs>
  );
}

function OnlyPeople({ words }: { words: string }) {
  return (
    <>
      <SearchNote>
        <p>Tweets can't be searched on this server; people and hashtags can.</p>
      </SearchNote>
      <FoundUsers key={words} words={words} />
    </>
  );
}

function Found({ words, part }: { words: string; part: SearchPart }) {
  return part === "people" ? <FoundUsers words={words} /> : <FoundTweets words={words} part={part} />;
}

interface Search {
  /** What is in the field. */
  text: string;
  words: string;
  part: SearchPart;
  /** Whether more is to be written: there is nothing yet, or a space at the end. */
  isUnfinished: boolean;
}

function searchOf(address: string): Search {
  const query = new URLSearchParams(address);
  const text = query.get("q")?.trimStart() ?? "";
  return {
    text,
    words: text.trim(),
    part: searchParts.find((each) => each === query.get("f")) ?? "top",
    isUnfinished: text !== text.trim() || text === "",
  };
}
