import type { ProfileTab } from "../tweet/lists";
import { useProfileTweets } from "../tweet/lists";
import { TweetRow } from "../tweet/TweetRow";
import { Failure } from "../ui/Failure";
import { Notice } from "../ui/Notice";
import { PageHead } from "../ui/PageHead";
import { PagedList } from "../ui/PagedList";
import { Skeletons } from "../ui/Skeletons";
import { Tabs } from "../ui/Tabs";
import { counted } from "../ui/count";
import { ProfileHead } from "./ProfileHead";
import "./profile.css";
import { useUserByName } from "./profile";
import { useRelationship } from "./relationships";
import { useUser } from "./users";

/** A user, and what they say and like. */
export default function ProfilePage({ username, tab }: { username: string; tab: ProfileTab }) {
  const { data: id, isPending, error, refetch } = useUserByName(username);
  if (isPending || id === undefined) {
    return (
      <>
        <PageHead title={`@${username}`} back />
        {isPending ? <Skeletons label="the profile" /> : <Failure error={error} retry={() => void refetch()} />}
      </>
    );
  }
  return <Profile id={id} tab={tab} />;
}

function Profile({ id, tab }: { id: string; tab: ProfileTab }) {
  const user = useUser(id);
  const stand = useRelationship(id);
  if (user === undefined) return null;
  const page = `/@${user.username}`;
  return (
    <>
      <PageHead title={user.display_name} about={counted(user.tweets_count, "tweet", "tweets")} back />
      <ProfileHead user={user} />
      {stand?.blocking || stand?.blocked_by ? (
        <Notice title={stand.blocking ? `You block @${user.username}` : `@${user.username} blocks you`}>
          {stand.blocking ? "Neither of you sees what the other says." : "You do not see each other's tweets."}
        </Notice>
      ) : (
        <Tabs
          label="Parts of the profile"
          tabs={[
            { to: page, label: "Tweets" },
            { to: `${page}/replies`, label: "With replies" },
            { to: `${page}/likes`, label: "Likes" },
          ]}
        >
          <ProfileTweets key={tab} id={id} tab={tab} />
        </Tabs>
      )}
    </>
  );
}

const emptiness: Record<ProfileTab, string> = {
  tweets: "No tweets yet",
  replies: "No tweets or replies yet",
  likes: "No likes yet",
};

function ProfileTweets({ id, tab }: { id: string; tab: ProfileTab }) {
  const query = useProfileTweets(id, tab);
  return (
    <PagedList
      query={query}
      label={tab === "likes" ? "Liked tweets" : "Tweets"}
      render={(tweet) => <TweetRow id={tweet} />}
      empty={<Notice title={emptiness[tab]} />}
    />
  );
}
