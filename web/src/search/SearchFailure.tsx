import { useEffect } from "react";
import { ApiError, describe, statusOf } from "../api/problem";
import { Button, ButtonLink } from "../ui/Button";
import { Failure } from "../ui/Failure";
import { Notice } from "../ui/Notice";
import { paths } from "../ui/paths";
import { SearchTips } from "./SearchTips";

interface SearchFailureProps {
  error: Error;
  words: string;
  retry: () => void;
}

/** Why tweets were not searched. While the index is away, people and hashtags are still found. */
export function SearchFailure({ error, words, retry }: SearchFailureProps) {
  switch (statusOf(error)) {
    case 400:
      return (
        <Notice title="This search doesn't work" role="alert" action={<SearchTips look="button" />}>
          {describe(error)}
        </Notice>
      );
    case 404:
      return (
        <Notice title="Tweets can't be searched on this server" action={<PeopleLink words={words} />}>
          People and hashtags can.
        </Notice>
      );
    case 503:
      return <IndexAway error={error} words={words} retry={retry} />;
    default:
      return <Failure error={error} retry={retry} />;
  }
}

const USUAL_PAUSE = 10;

function IndexAway({ error, words, retry }: SearchFailureProps) {
  const seconds = (error instanceof ApiError ? error.retryAfter : undefined) ?? USUAL_PAUSE;
  useEffect(() => {
    const timer = setTimeout(retry, Math.max(1, seconds) * 1_000);
    return () => clearTimeout(timer);
  }, [retry, seconds]);
  return (
    <Notice
      title="Tweets can't be searched right now"
      role="alert"
      action={
        <div className="notice-actions">
          <Button onClick={retry}>Try again</Button>
          <PeopleLink words={words} />
        </div>
      }
    >
      You can still find people and hashtags. This page tries again by itself.
    </Notice>
  );
}

function PeopleLink({ words }: { words: string }) {
  return <ButtonLink to={paths.search(words, "people")}>Search people</ButtonLink>;
}
