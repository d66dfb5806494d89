import { type KeyboardEvent, useEffect, useRef } from "react";
import { allIds } from "../api/pages";
import { Button, IconButton } from "../ui/Button";
import { Failure } from "../ui/Failure";
import { Notice } from "../ui/Notice";
import { Skeletons } from "../ui/Skeletons";
import { Tabs } from "../ui/Tabs";
import { PlusIcon } from "../ui/icons";
import { type ConversationList as ListName, paths } from "../ui/paths";
import { useConversations } from "../data/conversations";
import { writeMessage } from "../data/newMessage";
import { ConversationRow } from "./ConversationRow";
import { FoundMessages } from "./FoundMessages";
import { MessageSearchField } from "./MessageSearchField";
import { useMessageSearch } from "./messageSearch";
import { ENCRYPTION_NOTE } from "./notes";
import "./ConversationList.css";

interface ConversationListProps {
  list: ListName;
  myId: string;
  openId: string | undefined;
}

/** The list of conversations: accepted ones or requests, or what a search found in them. */
export function ConversationList({ list, myId, openId }: ConversationListProps) {
  const words = useMessageSearch();
  const requests = useRequestCount();
  // The open conversation has the title of the page.
  const Title = openId === undefined ? "h1" : "h2";
  return (
    <section className="conversations" aria-label="Conversations">
      <header className="page-head">
        <div className="page-title">
          <Title tabIndex={-1}>Messages</Title>
        </div>
        <IconButton label="New message" title="New message (m)" onClick={() => writeMessage()}>
          <PlusIcon />
        </IconButton>
      </header>
      <MessageSearchField />
      {words === "" ? (
        <Tabs
          label="Conversations"
          tabs={[
            { to: paths.messages(), label: "Inbox", isHere: list === "inbox" },
            { to: paths.messages("requests"), label: requests === "" ? "Requests" : `Requests (${requests})`, isHere: list === "requests" },
          ]}
        >
          <Listed key={list} list={list} myId={myId} openId={openId} />
        </Tabs>
      ) : (
        <FoundMessages key={words} words={words} myId={myId} />
      )}
    </section>
  );
}

/** How many requests there are, as far as they are loaded. */
function useRequestCount(): string {
  const { data, hasNextPage } = useConversations("request");
  const count = allIds(data).length;
  return count === 0 ? "" : `${count}${hasNextPage ? "+" : ""}`;
}

function Listed({ list, myId, openId }: ConversationListProps) {
  const query = useConversations(list === "inbox" ? "accepted" : "request");
  if (query.isPending) return <Skeletons label="conversations" rows={4} />;
  if (query.isError && query.data === undefined) return <Failure error={query.error} retry={() => void query.refetch()} />;
  const ids = allIds(query.data);
  if (ids.length === 0 && !query.hasNextPage) return <Empty list={list} />;
  return (
    <>
      {/* Arrows move between the links that are in it. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <ul className="conversation-list" onKeyDown={moveFocus}>
        {ids.map((id) => (
          <li key={id}>
            <ConversationRow id={id} myId={myId} isOpen={id === openId} />
          </li>
        ))}
      </ul>
      {query.hasNextPage ? <More load={() => void query.fetchNextPage()} isLoading={query.isFetchingNextPage} /> : null}
    </>
  );
}

function Empty({ list }: { list: ListName }) {
  if (list === "requests") {
    return <Notice title="No requests">Messages from people you don't follow, and invitations to groups, show up here until you accept them.</Notice>;
  }
  return (
    <Notice title="No messages yet" action={<Button onClick={() => writeMessage()}>New message</Button>}>
      Write to someone, or to several at once. {ENCRYPTION_NOTE}
    </Notice>
  );
}

/** Loads the next page when it comes into sight. */
function More({ load, isLoading }: { load: () => void; isLoading: boolean }) {
  const place = useRef<HTMLParagraphElement>(null);
  const latest = useRef(load);
  useEffect(() => {
    latest.current = load;
  });
  useEffect(() => {
    if (place.current === null || isLoading) return undefined;
    const observer = new IntersectionObserver((entries) => {
      if (entries.at(-1)?.isIntersecting) latest.current();
    });
    observer.observe(place.current);
    return () => observer.disconnect();
  }, [isLoading]);
  return (
    <p ref={place} className="list-end">
      <Button busy={isLoading} onClick={load}>
        Load more
      </Button>
    </p>
  );
}

function moveFocus(event: KeyboardEvent<HTMLUListElement>): void {
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>("a")];
  const at = links.indexOf(document.activeElement as HTMLElement);
  const goal = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: links.length - 1 }[event.key];
  if (goal === undefined || at < 0) return;
  event.preventDefault();
  links[goal]?.focus();
}
