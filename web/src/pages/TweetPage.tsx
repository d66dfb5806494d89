import { useEffect, useMemo, useRef } from "react";
import { isStalled } from "../api/pages";
import { Failure } from "../ui/Failure";
import { PageHead } from "../ui/PageHead";
import { Skeletons } from "../ui/Skeletons";
import { VirtualList } from "../ui/VirtualList";
import { cameBack } from "../ui/navigation";
import { useMe } from "../data/me";
import { loadMutedConversations } from "../data/mutedConversations";
import { originalOf, tweets, useTweet } from "../data/tweets";
import { FocusedTweet } from "../tweet/FocusedTweet";
import { HiddenReplies } from "../tweet/HiddenReplies";
import { NewReplies } from "../tweet/NewReplies";
import { ReplyRow } from "../tweet/ReplyRow";
import { TweetRow } from "../tweet/TweetRow";
import { type ConversationPage, useConversation } from "../tweet/conversation";
import { useNewReplies, useReplyRows } from "../tweet/useReplies";
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
          pages={conversation.data.pages}
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
  pages: readonly ConversationPage[];
  hasMore: boolean;
  onNearEnd: () => void;
}

function Conversation({ id, pages, hasMore, onNearEnd }: ConversationProps) {
  const me = useMe();
  const mayReply = useTweet(id)?.gone === false;
  const above = useMemo(() => ancestors(pages, id), [pages, id]);
  const focused = useRef<HTMLDivElement>(null);
  const rows = useReplyRows(id, pages);
  const keys = useMemo(() => rows.map((row) => row.key), [rows]);
  const news = useNewReplies(id, pages);

  // The ancestors are above the fold, unless the user scrolls up or returns.
  useEffect(() => {
    if (me) void loadMutedConversations().catch(() => undefined);
  }, [me]);

  const hasAbove = above.length > 0;
  useEffect(() => {
    if (hasAbove && !cameBack()) focused.current?.scrollIntoView();
  }, [hasAbove]);

  return (
    <>
      {above.map((each, index) => (
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
      <NewReplies count={news.count} show={news.show} />
      {rows.length > 0 || hasMore ? (
        <div className="replies">
          <VirtualList
            ids={keys}
            label="Replies"
            estimate={115}
            render={(_, index) => (rows[index] ? <ReplyRow row={rows[index]} /> : null)}
            onNearEnd={onNearEnd}
          />
        </div>
      ) : null}
      <HiddenReplies key={id} id={id} count={pages[0]?.hidden ?? 0} />
    </>
  );
}

function ancestors(pages: readonly ConversationPage[], id: string): readonly string[] {
  const first = pages[0]?.ids ?? [];
  return first.slice(0, Math.max(0, first.indexOf(id)));
}
