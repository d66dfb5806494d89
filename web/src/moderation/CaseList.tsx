import { useState } from "react";
import type { ModerationCase, ReportCategory } from "../api/types";
import { Avatar } from "../ui/Avatar";
import { Button } from "../ui/Button";
import { Failure } from "../ui/Failure";
import { Link } from "../ui/Link";
import { Notice } from "../ui/Notice";
import { Skeletons } from "../ui/Skeletons";
import { Time } from "../ui/Time";
import { paths } from "../ui/paths";
import { categories, categoryName, useCases } from "../data/moderation";
import { useUser } from "../data/users";
import { Select } from "./Select";
import "./moderation.css";

/** Open cases, the oldest first, or decided ones, the newest first. */
export function CaseList({ state }: { state: "open" | "closed" }) {
  const [category, setCategory] = useState<ReportCategory | "">("");
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useCases(state, category === "" ? undefined : category);
  const cases = data?.pages.flatMap((page) => page.data);
  return (
    <>
      <div className="case-filter">
        <Select label="Reported for" value={category} onChange={(value) => setCategory(value as ReportCategory | "")}>
          <option value="">Anything</option>
          {categories.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </Select>
      </div>
      {cases === undefined ? (
        error ? (
          <Failure error={error} retry={() => void refetch()} />
        ) : (
          <Skeletons label="cases" rows={3} />
        )
      ) : cases.length === 0 ? (
        <Notice title={state === "open" ? "Nothing to do" : "Nothing decided yet"}>
          {state === "open" ? "When somebody reports a tweet, a user or a message, it appears here." : undefined}
        </Notice>
      ) : (
        <ul aria-label="Cases">
          {cases.map((each) => (
            <CaseRow key={each.id} one={each} />
          ))}
        </ul>
      )}
      {hasNextPage ? (
        <p className="list-end">
          <Button busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            Load more
          </Button>
        </p>
      ) : null}
    </>
  );
}

function CaseRow({ one }: { one: ModerationCase }) {
  const user = useUser(one.user_id);
  const facts = Object.entries(one.categories).map(([category, count]) => `${categoryName(category)} (${count})`);
  return (
    <li>
      <Link to={paths.moderationCase(one.id)} className="case-row">
        {user ? <Avatar user={user} /> : null}
        <span className="case-row-facts">
          <span>
            <bdi className="name">{user?.display_name ?? "A deleted account"}</bdi> {user ? <span className="handle">@{user.username}</span> : null}
            {one.suspended ? <span className="tag">Suspended</span> : null}
          </span>
          <span>{facts.join(", ") || "The reports are no longer kept"}</span>
          <span className="handle">
            <Time value={one.closed_at ?? one.opened_at} />
            {one.claimed_by === undefined ? null : (
              <>
                {" "}
                · claimed by <Claimer id={one.claimed_by} />
              </>
            )}
          </span>
        </span>
      </Link>
    </li>
  );
}

function Claimer({ id }: { id: string }) {
  return <>@{useUser(id)?.username}</>;
}
