import { ButtonLink } from "../ui/Button";
import { Notice } from "../ui/Notice";
import { PagedList } from "../ui/PagedList";
import { paths } from "../ui/paths";
import { useSearchesTweets } from "../data/searching";
import { useFoundUsers } from "../data/userLists";
import { UserRow } from "../profile/UserRow";
import { namesIn } from "./namesIn";

/** The users whose names match the words of a search. */
export function FoundUsers({ words }: { words: string }) {
  const names = namesIn(words);
  return names === "" ? <OnlyFilters words={words} /> : <Named names={names} />;
}

function Named({ names }: { names: string }) {
  return (
    <PagedList
      query={useFoundUsers(names)}
      label="People"
      estimate={90}
      render={(id) => <UserRow id={id} />}
      empty={<Notice title="Nobody found">Try a part of a name or username.</Notice>}
    />
  );
}

function OnlyFilters({ words }: { words: string }) {
  const latest = useSearchesTweets() ? <ButtonLink to={paths.search(words, "latest")}>Show matching tweets</ButtonLink> : null;
  return (
    <Notice title="These filters are for tweets" action={latest}>
      To find people, add a part of a name or username.
    </Notice>
  );
}
