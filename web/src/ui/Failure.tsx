import { describe, statusOf } from "../api/problem";
import { Button } from "./Button";
import { Notice } from "./Notice";

/** What could not be read, and a way to try again; no retry for what is not there. */
export function Failure({ error, retry }: { error: unknown; retry: () => void }) {
  const status = statusOf(error);
  if (status === 404) return <Notice title="Nothing here">It is not there, or no longer.</Notice>;
  if (status === 403) return <Notice title="Not for you to see">{describe(error)}</Notice>;
  return (
    <Notice title="That did not work" role="alert" action={<Button onClick={retry}>Try again</Button>}>
      {describe(error)}
    </Notice>
  );
}
