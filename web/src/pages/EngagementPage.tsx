import { Notice } from "../ui/Notice";
import { PageHead } from "../ui/PageHead";
import { PagedList } from "../ui/PagedList";
import { Tabs } from "../ui/Tabs";
import { type EngagementList, paths } from "../ui/paths";
import { useQuotes } from "../data/tweetLists";
import { useLikers, useRetweeters } from "../data/userLists";
import { UserRow } from "../profile/UserRow";
import { TweetRow } from "../tweet/TweetRow";

/** The users who liked or retweeted a tweet, or the tweets that quote it. */
export default function EngagementPage({ id, list }: { id: string; list: EngagementList }) {
  return (
    <>
      <PageHead title="Likes, retweets and quotes" back />
      <Tabs
        label="Lists"
        tabs={[
          { to: paths.engagement(id, "likes"), label: "Likes" },
          { to: paths.engagement(id, "retweets"), label: "Retweets" },
          { to: paths.engagement(id, "quotes"), label: "Quotes" },
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
