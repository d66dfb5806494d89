import { UserRow } from "../profile/UserRow";
import { useLikers, useRetweeters } from "../profile/lists";
import { Notice } from "../ui/Notice";
import { PageHead } from "../ui/PageHead";
import { PagedList } from "../ui/PagedList";
import { Tabs } from "../ui/Tabs";
import { TweetRow } from "./TweetRow";
import { useQuotes } from "./lists";

/** Who liked or retweeted a tweet, or which tweets quote it. */
export default function EngagementPage({ id, list }: { id: string; list: "likes" | "retweets" | "quotes" }) {
  const page = `/tweet/${id}`;
  return (
    <>
      <PageHead title="What came of it" back />
      <Tabs
        label="Kinds"
        tabs={[
          { to: `${page}/likes`, label: "Likes" },
          { to: `${page}/retweets`, label: "Retweets" },
          { to: `${page}/quotes`, label: "Quotes" },
        ]}
      >
        {list === "likes" ? <Likers id={id} /> : list === "retweets" ? <Retweeters id={id} /> : <Quotes id={id} />}
      </Tabs>
    </>
  );
}

function Likers({ id }: { id: string }) {
  const empty = <Notice title="No likes yet" />;
  return <PagedList query={useLikers(id)} label="Likes" estimate={84} render={(user) => <UserRow id={user} />} empty={empty} />;
}

function Retweeters({ id }: { id: string }) {
  const empty = <Notice title="No retweets yet" />;
  return (
    <PagedList query={useRetweeters(id)} label="Retweets" estimate={84} render={(user) => <UserRow id={user} />} empty={empty} />
  );
}

function Quotes({ id }: { id: string }) {
  const empty = <Notice title="No quotes yet" />;
  return <PagedList query={useQuotes(id)} label="Quotes" render={(tweet) => <TweetRow id={tweet} />} empty={empty} />;
}
