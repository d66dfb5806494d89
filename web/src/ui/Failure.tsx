import { describe, statusOf } from "../api/problem";
import { Button } from "./Button";
import { Notice } from "./Notice";

/** An error with a retry button, unless retrying cannot help. */
export function Failure({ error, retry }: { error: unknown; retry: () => void }) {
  const status = statusOf(error);
  if (status === 404) return <Notice title="Nothing here">It doesn't exist, or it was deleted.</Notice>;
  if (status === 403) return <Notice title="You can't see this">{describe(error)}</Notice>;
  return (
    <Notice title="Something went wrong" role="alert" action={<Button onClick={retry}>Try again</Button>}>
      {describe(error)}
    </Notice>
  );
}
