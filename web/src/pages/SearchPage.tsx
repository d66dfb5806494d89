import { Notice } from "../ui/Notice";
import { PageHead } from "../ui/PageHead";
import { Tabs } from "../ui/Tabs";
import { cameBack, useSearchText } from "../ui/navigation";
import { paths, type SearchPart, searchParts } from "../ui/paths";
import { useHasSearch } from "../data/searching";
import { FoundTweets } from "../search/FoundTweets";
import { FoundUsers } from "../search/FoundUsers";
import { HashtagHead } from "../search/HashtagHead";
import { RecentSearches } from "../search/RecentSearches";
import { SearchField } from "../search/SearchField";
import { SearchTips } from "../search/SearchTips";
import { hashtagOf } from "../search/hashtagOf";

const names: Record<SearchPart, string> = { top: "Top", latest: "Latest", people: "People", media: "Media" };

/** Searches for tweets and people. The words are part of the URL, so a search can be shared and reopened. */
export default function SearchPage() {
  const { text, words, part, isUnfinished } = searchOf(useSearchText());
  if (!useHasSearch()) {
    return (
      <>
        <PageHead title="Search" />
        <Notice title="This server has no search">The operator has not set one up.</Notice>
      </>
    );
  }
  return (
    <>
      <PageHead
        title="Search"
        tab={words === "" ? "Search" : `${words} · Search`}
        field={<SearchField key={text} words={text} part={part} isPlain={isUnfinished} autofocus={isUnfinished && !cameBack()} />}
      >
        <SearchTips look="icon" />
      </PageHead>
      {words === "" ? <RecentSearches /> : <Results words={words} part={part} />}
    </>
  );
}

function Results({ words, part }: { words: string; part: SearchPart }) {
  const tag = hashtagOf(words);
  return (
    <>
      {tag === undefined ? null : <HashtagHead key={tag} tag={tag} />}
      <Tabs
        label="Results"
        tabs={searchParts.map((each) => ({ to: paths.search(words, each), label: names[each], isHere: each === part }))}
      >
        <Found key={`${part} ${words}`} words={words} part={part} />
      </Tabs>
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
