import { useEffect, useRef } from "react";
import { allIds, isStalled } from "../api/pages";
import { Failure } from "../ui/Failure";
import { PageHead } from "../ui/PageHead";
import { Skeletons } from "../ui/Skeletons";
import { VirtualList } from "../ui/VirtualList";
import { cameBack } from "../ui/navigation";
import { useMe } from "../data/me";
import { originalOf, tweets, useTweet } from "../data/tweets";
import { FocusedTweet } from "../tweet/FocusedTweet";
import { TweetRow } from "../tweet/TweetRow";
import { aroundTweet, useConversation } from "../tweet/conversation";
import { Composer } from "../compose/Composer";
import { SendingRows } from "../compose/SendingRow";
import "./TweetPage.css";

/** A tweet with its ancestors above and its replies below. */
export default function TweetPage({ id }: { id: string }) {
  const conversation = useConversation(id);
  return (
    <>
      <PageHead title="Conversation" back />
      {conversation.isPending ? (
        // A tweet that is known from a list is shown while the rest loads.
        <Pending id={id} />
      ) : conversation.data === undefined ? (
        <Failure error={conversation.error} retry={() => void conversation.refetch()} />
      ) : (
        <Conversation
          id={originalOf(id)}
          ids={allIds(conversation.data)}
          hasMore={conversation.hasNextPage}
          onNearEnd={() => {
            const goOn = conversation.hasNextPage && !isStalled(conversation.data) && !conversation.isFetching;
            if (goOn) void conversation.fetchNextPage();
          }}
        />
      )}
    </>
  );
}

function Pending({ id }: { id: string }) {
  return (
    <>
      {tweets.get(id) ? <FocusedTweet id={originalOf(id)} hasAbove={false} /> : null}
      <Skeletons label="the conversation" rows={3} />
    </>
  );
}

interface ConversationProps {
  id: string;
  ids: readonly string[];
  hasMore: boolean;
  onNearEnd: () => void;
}

function Conversation({ id, ids, hasMore, onNearEnd }: ConversationProps) {
  const me = useMe();
  const mayReply = useTweet(id)?.gone === false;
  const { before, after } = aroundTweet(ids, id);
  const focused = useRef<HTMLDivElement>(null);

  // The ancestors are above the fold, unless the user scrolls up or returns.
  const hasAbove = before.length > 0;
  useEffect(() => {
    if (hasAbove && !cameBack()) focused.current?.scrollIntoView();
  }, [hasAbove]);

  return (
    <>
      {before.map((each, index) => (
        <TweetRow key={each} id={each} thread={{ above: index > 0, below: true }} />
      ))}
      <div ref={focused} className="focused-place">
        <FocusedTweet id={id} hasAbove={hasAbove} />
      </div>
      {me && mayReply ? (
        <div className="reply-composer">
          <Composer key={id} target={{ replyTo: id }} />
        </div>
      ) : null}
      <SendingRows replyTo={id} />
      {after.length > 0 || hasMore ? (
        <VirtualList ids={after} label="Replies" estimate={130} render={(each) => <TweetRow id={each} about={id} />} onNearEnd={onNearEnd} />
      ) : null}
    </>
  );
}
