import type { Relationship, Tweet, User } from "../api/types";
import { confirm } from "../ui/Confirm";
import { Menu, type MenuItem } from "../ui/Menu";
import {
  BellIcon,
  BlockIcon,
  ChartIcon,
  FeatherIcon,
  FlagIcon,
  HideIcon,
  InfoIcon,
  LinkIcon,
  MessageIcon,
  MoreIcon,
  MuteIcon,
  OrderIcon,
  PersonIcon,
  PinnedIcon,
  TrashIcon,
} from "../ui/icons";
import { navigate } from "../ui/navigation";
import { paths } from "../ui/paths";
import { toast } from "../ui/toasts";
import { editing, isEditable } from "../data/edits";
import { giveFeedback } from "../data/feedback";
import { isReplyHidden, setReplyHidden } from "../data/hiddenReplies";
import { isOnHome } from "../data/home";
import { useMe } from "../data/me";
import { mutedConversations, setConversationMuted } from "../data/mutedConversations";
import { writeMessage } from "../data/newMessage";
import { pin, pinnedTweets } from "../data/pinned";
import { setRelationship, useRelationship } from "../data/relationships";
import { report } from "../data/reporting";
import { explained } from "../data/why";
import { askToBlock } from "../profile/askToBlock";
import { muteItem } from "../profile/muteItem";
import { deleteTweet } from "./engage";

/** All other actions on a tweet. */
export function TweetMenu({ tweet, author }: { tweet: Tweet; author: User | undefined }) {
  const me = useMe();
  const relationship = useRelationship(tweet.author_id);
  const items = () => [...itemsOf(tweet, me?.id), ...conversationItems(tweet, me?.id), ...othersItems(tweet.id, author, relationship)];
  return (
    <Menu label="More" className="icon-button tweet-more" items={items}>
      <MoreIcon />
    </Menu>
  );
}

function itemsOf(tweet: Tweet, myId: string | undefined): MenuItem[] {
  const items: MenuItem[] = [{ label: "Copy link", icon: <LinkIcon />, run: () => void copyLink(tweet.id) }];
  if (myId !== undefined) items.push({ label: "Send via message", icon: <MessageIcon />, run: () => writeMessage({ tweetId: tweet.id }) });
  if (myId !== undefined && isOnHome(tweet.id)) {
    items.push({ label: "Why am I seeing this?", icon: <InfoIcon />, run: () => explained.set(tweet.id) });
  }
  if (myId !== tweet.author_id) return myId === undefined ? items : [...items, feedbackItem(tweet)];
  return [
    ...items,
    ...editItems(tweet),
    pinItem(tweet),
    { label: "View analytics", icon: <ChartIcon />, run: () => navigate(paths.tweetAnalytics(tweet.id)) },
    { label: "Delete", icon: <TrashIcon />, danger: true, run: () => ask(tweet.id) },
  ];
}

function conversationItems(tweet: Tweet, myId: string | undefined): MenuItem[] {
  if (myId === undefined) return [];
  const { id, author_id: authorId, conversation_id: conversation, reply_to_id: parent, in_reply_to_user_id: answered } = tweet;
  const isMuted = mutedConversations.get().has(conversation);
  const mute: MenuItem = {
    label: isMuted ? "Unmute conversation" : "Mute conversation",
    icon: <BellIcon />,
    run: () => void setConversationMuted(conversation, id, !isMuted),
  };
  if (parent === undefined || answered !== myId || authorId === myId) return [mute];
  const isHidden = isReplyHidden(id, parent);
  return [
    mute,
    {
      label: isHidden ? "Show reply" : "Hide reply",
      icon: <HideIcon />,
      run: () => void setReplyHidden(id, parent, !isHidden),
    },
  ];
}

function feedbackItem({ id }: Tweet): MenuItem {
  return {
    label: "Show more or less",
    icon: <OrderIcon />,
    choice: [
      { label: "More like this", run: () => void giveFeedback(id, "more") },
      { label: "Less like this", run: () => void giveFeedback(id, "less") },
    ],
  };
}

function editItems(tweet: Tweet): MenuItem[] {
  if (!isEditable(tweet, Date.now())) return [];
  return [{ label: "Edit", icon: <FeatherIcon />, run: () => editing.set(tweet.id) }];
}

function pinItem({ id, author_id: authorId }: Tweet): MenuItem {
  const isPinned = pinnedTweets.get(authorId) === id;
  return {
    label: isPinned ? "Unpin from your profile" : "Pin to your profile",
    icon: <PinnedIcon />,
    run: () => void pin(authorId, id, !isPinned),
  };
}

function othersItems(tweetId: string, author: User | undefined, relationship: Relationship | undefined): MenuItem[] {
  if (author === undefined || relationship === undefined) return [];
  const name = `@${author.username}`;
  return [
    {
      label: `${relationship.following ? "Unfollow" : "Follow"} ${name}`,
      icon: <PersonIcon />,
      run: () => void setRelationship(author.id, "following", !relationship.following),
    },
    muteItem(author, relationship),
    { label: "Mute words", icon: <MuteIcon />, run: () => navigate(paths.settings("words")) },
    { label: "Report", icon: <FlagIcon />, run: () => report({ user: author, what: "tweet", tweetId }) },
    {
      label: `${relationship.blocking ? "Unblock" : "Block"} ${name}`,
      icon: <BlockIcon />,
      danger: !relationship.blocking,
      run: () => {
        if (relationship.blocking) void setRelationship(author.id, "blocking", false);
        else askToBlock(author);
      },
    },
  ];
}

async function copyLink(id: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(window.location.origin + paths.tweet(id));
    toast({ text: "Link copied." });
  } catch {
    toast({ text: "Couldn't copy the link.", kind: "failure" });
  }
}

function ask(id: string): void {
  confirm({
    title: "Delete this tweet?",
    text: "It will disappear for everyone. You can't undo this.",
    yes: "Delete",
    run: () => void deleteTweet(id),
  });
}
