import type { ReactNode } from "react";
import { useRecord } from "../api/records";
import type { Notification, NotificationType, Tweet } from "../api/types";
import { Avatar } from "../ui/Avatar";
import { Link } from "../ui/Link";
import { Time } from "../ui/Time";
import { AtIcon, BellIcon, FeatherIcon, HeartIcon, PersonIcon, PollIcon, QuoteIcon, ReplyIcon, RetweetIcon } from "../ui/icons";
import { paths } from "../ui/paths";
import { currentUser } from "../data/me";
import { mediaOf } from "../data/media";
import { isWritten, notifications } from "../data/notifications";
import { useTweet } from "../data/tweets";
import { users } from "../data/users";
import { howManyIn } from "../media/words";
import { FollowButton } from "../profile/FollowButton";
import { TweetRow } from "../tweet/TweetRow";
import "./NotificationRow.css";

const icons: Record<NotificationType, ReactNode> = {
  mention: <AtIcon />,
  reply: <ReplyIcon />,
  quote: <QuoteIcon />,
  like: <HeartIcon filled />,
  retweet: <RetweetIcon />,
  follow: <PersonIcon filled />,
  tweet: <BellIcon />,
  poll_ended: <PollIcon />,
  edit: <FeatherIcon />,
};

const deeds: Record<NotificationType, string> = {
  mention: "mentioned you",
  reply: "replied to you",
  quote: "quoted you",
  like: "liked your tweet",
  retweet: "retweeted your tweet",
  follow: "followed you",
  tweet: "posted",
  poll_ended: "posted a poll that has ended",
  edit: "edited a tweet you replied to or quoted",
};

/** A notification: the tweet if somebody wrote one, or who did what, with an excerpt of the user's own tweet. */
export function NotificationRow({ id }: { id: string }) {
  const notification = useRecord(notifications, id);
  if (notification === undefined) return null;
  const { type, tweet_id: tweetId, read } = notification;
  return (
    <div className={read ? "notification" : "notification notification-unread"}>
      {(isWritten(type) || type === "tweet") && tweetId ? (
        <TweetRow id={tweetId} sign={{ icon: <Sign type={type} />, label: labelOf(notification) }} />
      ) : (
        <Deed notification={notification} />
      )}
    </div>
  );
}

function Sign({ type }: { type: NotificationType }) {
  return <span className={`notification-icon icon-of-${type}`}>{icons[type]}</span>;
}

function Deed({ notification }: { notification: Notification }) {
  const { id, type, tweet_id: tweetId, actors, updated_at: time } = notification;
  const page = tweetId ? paths.tweet(tweetId) : paths.profile(users.get(actors[0] ?? "")?.username);
  return (
    <article className="deed" data-row={id} data-page={page} tabIndex={-1} aria-label={labelOf(notification)}>
      <Sign type={type} />
      <div className="deed-main">
        <span className="deed-faces">
          {actors.slice(0, 6).map((actor) => (
            <Avatar key={actor} user={users.get(actor)} size="small" />
          ))}
        </span>
        <p>
          {isOwnPoll(notification) ? OWN_POLL : <><Actors notification={notification} /> {deeds[type]}</>}{" "}
          <span className="handle">
            · <Time value={time} />
          </span>
        </p>
        {tweetId ? <Excerpt id={tweetId} /> : null}
      </div>
      {type === "follow" && actors.length === 1 ? <FollowButton userId={actors[0] ?? ""} /> : null}
    </article>
  );
}

const OWN_POLL = "Your poll has ended";

/** A poll has ended whose author is the reader; otherwise the reader voted in it. */
const isOwnPoll = ({ type, actors }: Notification) => type === "poll_ended" && actors[0] === currentUser()?.id;

function labelOf(notification: Notification): string {
  const { type, actors, actors_count, read } = notification;
  if (isOwnPoll(notification)) return `${read ? "" : "New: "}${OWN_POLL}`;
  const [first = "Someone", second] = actors.map((id) => users.get(id)?.display_name ?? "Someone");
  const others = actors_count - 1;
  const who = others === 1 && second ? `${first} and ${second}` : others > 0 ? `${first} and ${othersOf(others)}` : first;
  return `${read ? "" : "New: "}${who} ${deeds[type]}`;
}

const othersOf = (count: number) => `${count} ${count === 1 ? "other" : "others"}`;

function Actors({ notification: { actors, actors_count } }: { notification: Notification }) {
  const second = actors[1];
  const others = actors_count - 1;
  return (
    <>
      <Actor id={actors[0]} />
      {others === 1 && second ? (
        <>
          {" and "}
          <Actor id={second} />
        </>
      ) : others > 0 ? (
        ` and ${othersOf(others)}`
      ) : null}
    </>
  );
}

function Actor({ id = "" }: { id: string | undefined }) {
  const user = users.get(id);
  return (
    <Link to={paths.profile(user?.username)} className="name">
      <bdi>{user?.display_name ?? "Someone"}</bdi>
    </Link>
  );
}

/** The text of a tweet, or what is there instead. */
function excerptOf(tweet: Tweet): string {
  if (tweet.content_warning !== undefined) return tweet.content_warning;
  return tweet.content === "" ? howManyIn(mediaOf(tweet)) : tweet.content;
}

function Excerpt({ id }: { id: string }) {
  const record = useTweet(id);
  if (record === undefined || record.gone) return null;
  return (
    <Link to={paths.tweet(id)} className="deed-excerpt" dir="auto">
      {excerptOf(record.tweet)}
    </Link>
  );
}
