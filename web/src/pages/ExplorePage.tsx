import { IconButton } from "../ui/Button";
import { Notice } from "../ui/Notice";
import { PageHead } from "../ui/PageHead";
import { PagedList } from "../ui/PagedList";
import { RefreshIcon } from "../ui/icons";
import { Tabs } from "../ui/Tabs";
import { paths } from "../ui/paths";
import { refreshLatest, useHasLatest, useLatest } from "../data/latest";
import { useMe } from "../data/me";
import { useHasTrends } from "../data/trends";
import { Suggestions } from "../profile/Suggestions";
import { SearchField } from "../search/SearchField";
import { TrendsHere } from "../trend/TrendsHere";
import { TweetRow } from "../tweet/TweetRow";

type Part = "latest" | "people" | "trends";

/** The newest tweets of everyone, trends and, for members, people to follow and the search. */
export default function ExplorePage({ part }: { part: Part }) {
  const me = useMe();
  const hasLatest = useHasLatest();
  const hasTrends = useHasTrends();
  if (me === null) return part === "trends" ? <VisitorTrends /> : <VisitorLatest />;
  const tabs = [
    ...(hasLatest ? [{ to: paths.latest, label: "Latest" }] : []),
    { to: paths.people, label: "People" },
    ...(hasTrends ? [{ to: paths.trends, label: "Trends" }] : []),
  ];
  return (
    <>
      <PageHead title="Explore" field={<SearchField />}>{part === "latest" ? <RefreshButton /> : null}</PageHead>
      <Tabs label="Explore" tabs={tabs}>
        {part === "latest" ? <Latest /> : part === "people" ? <Suggestions /> : <Trends />}
      </Tabs>
    </>
  );
}

function VisitorLatest() {
  return (
    <>
      <PageHead title="Latest" about="The newest tweets of everyone here">
        <RefreshButton />
      </PageHead>
      <Latest />
    </>
  );
}

function VisitorTrends() {
  return (
    <>
      <PageHead title="Trends" about="What more people write about than usual" />
      <Trends />
    </>
  );
}

function Trends() {
  if (!useHasTrends()) return <Notice title="No trends here">This server doesn't detect trends.</Notice>;
  return <TrendsHere />;
}

function Latest() {
  const query = useLatest();
  if (!useHasLatest()) return <Notice title="Latest is off">The operator of this server switched it off.</Notice>;
  return (
    <PagedList
      query={query}
      label="Latest tweets"
      render={(id) => <TweetRow id={id} />}
      empty={<Notice title="No tweets yet">The first one appears here.</Notice>}
    />
  );
}

function RefreshButton() {
  return (
    <IconButton label="Refresh" onClick={() => void refreshLatest()}>
      <RefreshIcon />
    </IconButton>
  );
}
