import type { ReactNode } from "react";
import { useRecord } from "../api/records";
import type { Notification, NotificationType } from "../api/types";
import { Avatar } from "../ui/Avatar";
import { Link } from "../ui/Link";
import { Time } from "../ui/Time";
import { AtIcon, HeartIcon, PersonIcon, QuoteIcon, ReplyIcon, RetweetIcon } from "../ui/icons";
import { paths } from "../ui/paths";
import { isWritten, notifications } from "../data/notifications";
import { useTweet } from "../data/tweets";
import { users } from "../data/users";
import { TweetRow } from "../tweet/TweetRow";
import "./NotificationRow.css";

const icons: Record<NotificationType, ReactNode> = {
  mention: <AtIcon />,
  reply: <ReplyIcon />,
  quote: <QuoteIcon />,
  like: <HeartIcon filled />,
  retweet: <RetweetIcon />,
  follow: <PersonIcon filled />,
};

const deeds: Record<NotificationType, string> = {
  mention: "mentioned you",
  reply: "replied to you",
  quote: "quoted you",
  like: "liked your tweet",
  retweet: "retweeted your tweet",
  follow: "followed you",
};

/** A notification, with the whole tweet if somebody wrote one, or an excerpt of the user's own. */
export function NotificationRow({ id }: { id: string }) {
  const notification = useRecord(notifications, id);
  if (notification === undefined) return null;
  return (
    <article className={`notification ${notification.read ? "" : "notification-unread"}`} aria-label={deeds[notification.type]}>
      {notification.read ? null : <span className="only-spoken">New:</span>}
      {isWritten(notification.type) && notification.tweet_id ? (
        <>
          <p className="notification-why">
            <span className={`notification-icon icon-of-${notification.type}`}>{icons[notification.type]}</span>
            <span>
              <Actors notification={notification} /> {deeds[notification.type]}
            </span>
          </p>
          <TweetRow id={notification.tweet_id} />
        </>
      ) : (
        <Deed notification={notification} />
      )}
    </article>
  );
}

function Deed({ notification }: { notification: Notification }) {
  const faces = notification.actors.slice(0, 6);
  return (
    <div className="deed" data-page={notification.tweet_id ? paths.tweet(notification.tweet_id) : undefined}>
      <span className={`notification-icon icon-of-${notification.type}`}>{icons[notification.type]}</span>
      <div className="deed-main">
        <span className="deed-faces">
          {faces.map((actor) => (
            <Avatar key={actor} user={users.get(actor)} size="small" />
          ))}
        </span>
        <p>
          <Actors notification={notification} /> {deeds[notification.type]}{" "}
          <span className="handle">
            <Time value={notification.updated_at} />
          </span>
        </p>
        {notification.tweet_id ? <Excerpt id={notification.tweet_id} /> : null}
      </div>
    </div>
  );
}

function Actors({ notification: { actors, actors_count } }: { notification: Notification }) {
  const first = users.get(actors[0] ?? "");
  const second = users.get(actors[1] ?? "");
  const others = actors_count - 1;
  return (
    <>
      <Link to={paths.profile(first?.username)} className="name">
        <bdi>{first?.display_name ?? "Someone"}</bdi>
      </Link>
      {others === 1 && second ? (
        <>
          {" and "}
          <Link to={paths.profile(second.username)} className="name">
            <bdi>{second.display_name}</bdi>
          </Link>
        </>
      ) : others > 0 ? (
        ` and ${others} ${others === 1 ? "other" : "others"}`
      ) : null}
    </>
  );
}

function Excerpt({ id }: { id: string }) {
  const record = useTweet(id);
  if (record === undefined || record.gone) return null;
  return (
    <Link to={paths.tweet(id)} className="deed-excerpt" dir="auto">
      {record.tweet.content}
    </Link>
  );
}
