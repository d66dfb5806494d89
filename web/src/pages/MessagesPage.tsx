import { useRecord } from "../api/records";
import { useSearchText } from "../ui/navigation";
import { usePageTitle } from "../ui/usePageTitle";
import type { ConversationList as ListName } from "../ui/paths";
import { conversations } from "../data/conversations";
import { useMe } from "../data/me";
import { ConversationList } from "../message/ConversationList";
import { ConversationView } from "../message/ConversationView";
import { NothingOpen } from "../message/NothingOpen";
import { useArrivingFocus } from "../message/useArrivingFocus";
import "./MessagesPage.css";

/** The conversations of the user, and the open one: side by side, or one after the other where there is no room. */
export default function MessagesPage({ place = "" }: { place: string | undefined }) {
  const myId = useMe()?.id ?? "";
  const openId = /^\d+$/.test(place) ? place : undefined;
  const target = targetIn(useSearchText());
  const open = useRecord(conversations, openId ?? "");
  const list: ListName = place === "requests" || open?.status === "request" ? "requests" : "inbox";
  useArrivingFocus(openId);
  return (
    <div className={openId === undefined ? "messages" : "messages messages-open"}>
      {openId === undefined ? <ListTitle /> : null}
      <ConversationList list={list} myId={myId} openId={openId} />
      {openId === undefined ? <NothingOpen /> : <ConversationView key={openId} id={openId} myId={myId} target={target} />}
    </div>
  );
}

function ListTitle() {
  usePageTitle("Messages");
  return null;
}

/** The message that the URL names. */
function targetIn(search: string): number | undefined {
  const seq = Number(new URLSearchParams(search).get("at"));
  return Number.isSafeInteger(seq) && seq > 0 ? seq : undefined;
}
