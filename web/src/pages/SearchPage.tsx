import { Notice } from "../ui/Notice";
import { PageHead } from "../ui/PageHead";
import { Tabs } from "../ui/Tabs";
import { cameBack, useSearchText } from "../ui/navigation";
import { paths, type SearchPart, searchParts } from "../ui/paths";
import { useHasSearch } from "../data/searching";
import { FoundTweets } from "../search/FoundTweets";
import { FoundUsers } from "../search/FoundUsers";
import { RecentSearches } from "../search/RecentSearches";
import { SearchField } from "../search/SearchField";
import { SearchTips } from "../search/SearchTips";

const names: Record<SearchPart, string> = { top: "Top", latest: "Latest", people: "People", media: "Media" };

/** Searches for tweets and people. The words are part of the URL, so a search can be shared and reopened. */
export default function SearchPage() {
  const { words, part } = searchOf(useSearchText());
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
        field={<SearchField key={words} words={words} part={part} isPlain={words === ""} autofocus={words === "" && !cameBack()} />}
      >
        <SearchTips look="icon" />
      </PageHead>
      {words === "" ? (
        <RecentSearches />
      ) : (
        <Tabs
          label="Results"
          tabs={searchParts.map((each) => ({ to: paths.search(words, each), label: names[each], isHere: each === part }))}
        >
          <Found key={`${part} ${words}`} words={words} part={part} />
        </Tabs>
      )}
    </>
  );
}

function Found({ words, part }: { words: string; part: SearchPart }) {
  return part === "people" ? <FoundUsers words={words} /> : <FoundTweets words={words} part={part} />;
}

function searchOf(text: string): { words: string; part: SearchPart } {
  const query = new URLSearchParams(text);
  return {
    words: query.get("q")?.trim() ?? "",
    part: searchParts.find((each) => each === query.get("f")) ?? "top",
  };
}
