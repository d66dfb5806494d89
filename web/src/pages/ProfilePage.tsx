import { statusOf } from "../api/problem";
import { useRecord } from "../api/records";
import { Button, ButtonLink } from "../ui/Button";
import { Failure } from "../ui/Failure";
import { Notice } from "../ui/Notice";
import { PageHead } from "../ui/PageHead";
import { PagedList } from "../ui/PagedList";
import { Skeletons } from "../ui/Skeletons";
import { Tabs } from "../ui/Tabs";
import { counted } from "../ui/count";
import { paths, type ProfileTab } from "../ui/paths";
import { openComposer } from "../data/composer";
import { useMe } from "../data/me";
import { pinnedTweets } from "../data/pinned";
import { useRelationship } from "../data/relationships";
import { useProfileTweets } from "../data/tweetLists";
import { useUser } from "../data/users";
import { FindByName } from "../profile/FindByName";
import { ProfileHead } from "../profile/ProfileHead";
import { useUserByName } from "../profile/profile";
import { TimelineTweet } from "../tweet/TimelineTweet";
import { TweetRow } from "../tweet/TweetRow";

/** A user, with their tweets and likes. */
export default function ProfilePage({ username, tab }: { username: string; tab: ProfileTab }) {
  const { data: id, isPending, error, refetch } = useUserByName(username);
  if (isPending || id === undefined) {
    return (
      <>
        <PageHead title={`@${username}`} back />
        {isPending ? (
          <Skeletons label="the profile" />
        ) : statusOf(error) === 404 ? (
          <Notice
            title={`There is no @${username} here`}
            action={
              <>
                <FindByName />
                <ButtonLink to={paths.search(`@${username}`)}>Search for @{username}</ButtonLink>
              </>
            }
          >
            Check the spelling, or look for somebody else.
          </Notice>
        ) : (
          <Failure error={error} retry={() => void refetch()} />
        )}
      </>
    );
  }
  return <Profile id={id} tab={tab} />;
}

function Profile({ id, tab }: { id: string; tab: ProfileTab }) {
  const user = useUser(id);
  const relationship = useRelationship(id);
  if (user === undefined) return null;
  return (
    <>
      <PageHead title={user.display_name} about={counted(user.tweets_count, "tweet", "tweets")} back />
      <ProfileHead user={user} />
      {relationship?.blocking || relationship?.blocked_by ? (
        <Notice title={relationship.blocking ? `You blocked @${user.username}` : `@${user.username} blocked you`}>
          You can't see each other's tweets.
        </Notice>
      ) : (
        <Tabs
          label="Profile"
          tabs={[
            { to: paths.profile(user.username), label: "Tweets" },
            { to: paths.profile(user.username, "replies"), label: "With replies" },
            { to: paths.profile(user.username, "media"), label: "Media" },
            { to: paths.profile(user.username, "likes"), label: "Likes" },
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
  media: "No pictures or videos yet",
  likes: "No likes yet",
};

const lists: Record<ProfileTab, string> = {
  tweets: "Tweets",
  replies: "Tweets and replies",
  media: "Tweets with pictures or videos",
  likes: "Liked tweets",
};

function ProfileTweets({ id, tab }: { id: string; tab: ProfileTab }) {
  const query = useProfileTweets(id, tab);
  const isOwn = useMe()?.id === id;
  const pinnedOfUser = useRecord(pinnedTweets, id);
  const pinned = tab === "tweets" ? pinnedOfUser : undefined;
  return (
    <PagedList
      query={query}
      label={lists[tab]}
      render={(tweet, around) => (tweet === pinned ? <TweetRow id={tweet} pinned /> : <TimelineTweet id={tweet} around={around} />)}
      empty={<Notice title={emptiness[tab]} action={isOwn && tab === "tweets" ? <FirstTweet /> : null} />}
    />
  );
}

function FirstTweet() {
  return (
    <Button look="primary" onClick={() => openComposer()}>
      Write your first tweet
    </Button>
  );
}
