import type { Tweet } from "../api/types";
import { Link } from "../ui/Link";
import { paths } from "../ui/paths";
import { useUser } from "../data/users";

/** Names the user that a tweet replies to, unless that is its author or its text starts with the name. */
export function ReplyingTo({ tweet }: { tweet: Tweet }) {
  const user = useUser(tweet.in_reply_to_user_id ?? "");
  if (user === undefined || user.id === tweet.author_id) return null;
  if (tweet.content.toLowerCase().startsWith(`@${user.username.toLowerCase()}`)) return null;
  return (
    <p className="tweet-replying">
      Replying to <Link to={paths.profile(user.username)}>@{user.username}</Link>
    </p>
  );
}
