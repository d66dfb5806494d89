import { useEffect } from "react";
import { allIds, isStalled } from "../api/pages";
import { useRecord } from "../api/records";
import { Button } from "../ui/Button";
import { Failure } from "../ui/Failure";
import { Link } from "../ui/Link";
import { Notice } from "../ui/Notice";
import { Skeletons } from "../ui/Skeletons";
import { Time } from "../ui/Time";
import { paths } from "../ui/paths";
import { conversations, refreshConversation } from "../data/conversations";
import { foundMessages, useFoundMessages } from "../data/messageSearch";
import { ConversationAvatar } from "./ConversationAvatar";
import { contentOf, senderName, titleOf } from "./names";
import { excerptOf } from "./excerpt";
import "./ConversationRow.css";

/** What a search found in the user's messages. */
export function FoundMessages({ words, myId }: { words: string; myId: string }) {
  const query = useFoundMessages(words);
  const { hasNextPage, isFetching, fetchNextPage } = query;
  const ids = allIds(query.data);
  const goesOn = hasNextPage && ids.length === 0 && !isFetching && !isStalled(query.data);
  useEffect(() => {
    if (goesOn) void fetchNextPage();
  }, [goesOn, fetchNextPage]);
  if (query.isPending || goesOn) return <Skeletons label="found messages" rows={3} />;
  if (query.isError && query.data === undefined) return <Failure error={query.error} retry={() => void query.refetch()} />;
  if (ids.length === 0 && !hasNextPage) return <Notice title="Nothing found">No message has all of these words.</Notice>;
  return (
    <>
      <p className="only-spoken" role="status">
        {ids.length} found
      </p>
      <ul className="conversation-list" aria-label="Found messages">
        {ids.map((id) => (
          <li key={id}>
            <FoundMessage id={id} words={words} myId={myId} />
          </li>
        ))}
      </ul>
      {hasNextPage ? (
        <p className="list-end">
          <Button busy={isFetching} onClick={() => void fetchNextPage()}>
            Search older messages
          </Button>
        </p>
      ) : null}
    </>
  );
}

function FoundMessage({ id, words, myId }: { id: string; words: string; myId: string }) {
  const message = useRecord(foundMessages, id);
  const conversationId = message?.conversation_id ?? "";
  const conversation = useRecord(conversations, conversationId);
  const isUnknown = conversation === undefined;
  useEffect(() => {
    if (isUnknown && conversationId !== "") void refreshConversation(conversationId);
  }, [isUnknown, conversationId]);
  if (message === undefined || conversation === undefined) return null;
  const sender = message.sender_id === myId ? "You" : senderName(conversation, message.sender_id);
  return (
    <Link to={paths.conversation(conversation.id, message.seq)} className="conversation-row">
      <ConversationAvatar conversation={conversation} myId={myId} />
      <span className="conversation-main">
        <span className="conversation-head">
          <bdi className="name">{titleOf(conversation, myId)}</bdi>
          <span className="handle">
            <Time value={message.created_at} />
          </span>
        </span>
        <span className="conversation-preview conversation-found" dir="auto">
          {sender}: {excerptOf(contentOf(message), words)}
        </span>
      </span>
    </Link>
  );
}
