import type { InfiniteData, UseInfiniteQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { allIds, type IdPage, isStalled } from "../api/pages";
import { Button } from "./Button";
import { Failure } from "./Failure";
import { Skeletons } from "./Skeletons";
import { VirtualList } from "./VirtualList";
import "./PagedList.css";

/** The rows above and below another. */
export interface Around {
  previous: string | undefined;
  next: string | undefined;
}

interface PagedListProps {
  query: UseInfiniteQueryResult<InfiniteData<IdPage>>;
  /** Renders a row, given its neighbours too. */
  render: (id: string, around: Around) => ReactNode;
  label: string;
  empty: ReactNode;
  estimate?: number;
  arriving?: ReadonlySet<string>;
}

/** A list that is loaded page by page, in all its states: loading, failed, empty, loading more, at its end. */
export function PagedList({ query, render, label, empty, estimate = 130, arriving }: PagedListProps) {
  if (query.isPending) return <Skeletons label={label} />;
  if (query.isError && query.data === undefined) {
    return <Failure error={query.error} retry={() => void query.refetch()} />;
  }
  const ids = allIds(query.data);
  if (ids.length === 0 && !query.hasNextPage) return <>{empty}</>;
  const stalled = isStalled(query.data) && !query.isFetchingNextPage;
  const more = () => {
    if (query.hasNextPage && !stalled && !query.isFetching && !query.isFetchNextPageError) void query.fetchNextPage();
  };
  return (
    <>
      <VirtualList
        ids={ids}
        render={(id, index) => render(id, { previous: ids[index - 1], next: ids[index + 1] })}
        label={label}
        estimate={estimate}
        onNearEnd={more}
        arriving={arriving}
      />
      {query.isFetchNextPageError ? (
        <Failure error={query.error} retry={() => void query.fetchNextPage()} />
      ) : query.hasNextPage && stalled ? (
        <p className="list-end">
          <Button onClick={() => void query.fetchNextPage()}>Load more</Button>
        </p>
      ) : query.hasNextPage ? (
        <Skeletons label={`More of ${label}`} rows={2} />
      ) : (
        <p className="list-end">You've reached the end.</p>
      )}
    </>
  );
}
