import { useEffect } from "react";
import type { List } from "../api/types";
import { ButtonLink } from "../ui/Button";
import { Failure } from "../ui/Failure";
import { Link } from "../ui/Link";
import { Notice } from "../ui/Notice";
import { PageHead } from "../ui/PageHead";
import { PagedList } from "../ui/PagedList";
import { Skeletons } from "../ui/Skeletons";
import { Tabs } from "../ui/Tabs";
import { navigate } from "../ui/navigation";
import { paths } from "../ui/paths";
import { showWaitingInList, useListTimeline, waitingInList } from "../data/listTimeline";
import { useList } from "../data/lists";
import { useMe } from "../data/me";
import { loadUser, useUser } from "../data/users";
import { HomeTabs } from "../list/HomeTabs";
import { ListMembers } from "../list/ListMembers";
import { ListMenu } from "../list/ListMenu";
import { factsOf } from "../list/listFacts";
import { NewTweetsPill } from "../timeline/NewTweetsPill";
import { TimelineTweet } from "../tweet/TimelineTweet";
import "./ListPage.css";

export type ListPart = "tweets" | "members";

/** The tweets of a list's members, or who these are. */
export default function ListPage({ id, part }: { id: string; part: ListPart }) {
  const { data: list, error, refetch } = useList(id);
  const isOwn = useMe()?.id === list?.owner_id;
  if (list === undefined) {
    return (
      <>
        <PageHead title="List" back />
        {error ? <Failure error={error} retry={() => void refetch()} /> : <Skeletons label="the list" />}
      </>
    );
  }
  const isTab = isOwn && list.pinned === true && part === "tweets";
  return (
    <>
      <PageHead title={isTab ? "Home" : list.name} tab={list.name} about={isTab ? "" : factsOf(list)} back={!isTab}>
        {isOwn ? <ListMenu list={list} onDeleted={() => navigate(paths.lists, { replace: true })} /> : null}
      </PageHead>
      {isTab ? (
        <HomeTabs>
          <ListTweets key={id} list={list} isOwn={isOwn} />
        </HomeTabs>
      ) : (
        <>
          {isOwn ? null : <Owner id={list.owner_id} />}
          <Tabs
            label="List"
            tabs={[
              { to: paths.list(id), label: "Tweets" },
              { to: paths.listMembers(id), label: "Members" },
            ]}
          >
            {part === "tweets" ? <ListTweets key={id} list={list} isOwn={isOwn} /> : <ListMembers list={list} isOwn={isOwn} />}
          </Tabs>
        </>
      )}
    </>
  );
}

function ListTweets({ list, isOwn }: { list: List; isOwn: boolean }) {
  const query = useListTimeline(list.id);
  return (
    <>
      <NewTweetsPill waiting={waitingInList} onShow={showWaitingInList} />
      <PagedList
        query={query}
        label={`Tweets of ${list.name}`}
        render={(id, around) => <TimelineTweet id={id} around={around} />}
        empty={
          <Notice
            title="No tweets yet"
            action={
              isOwn && list.member_count === 0 ? (
                <ButtonLink look="primary" to={paths.listMembers(list.id)}>
                  Add people
                </ButtonLink>
              ) : null
            }
          >
            {list.member_count === 0 ? "Nobody is in this list." : "When its members tweet, you see it here."}
          </Notice>
        }
      />
    </>
  );
}

function Owner({ id }: { id: string }) {
  const user = useUser(id);
  useEffect(() => void loadUser(id), [id]);
  if (user === undefined) return null;
  return (
    <p className="list-owner">
      A list by <Link to={paths.profile(user.username)}>@{user.username}</Link>
    </p>
  );
}
