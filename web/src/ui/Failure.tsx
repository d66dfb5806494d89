import { useEffect, useRef } from "react";
import { useCell } from "../api/cell";
import { describe, isTransient, statusOf } from "../api/problem";
import { awaitServer, recovered } from "../api/recovery";
import { Button } from "./Button";
import { Notice } from "./Notice";

/** An error with a retry button, unless retrying cannot help. It retries by itself when the connection is back. */
export function Failure({ error, retry }: { error: unknown; retry: () => void }) {
  const status = statusOf(error);
  useRecovery(isTransient(error), retry);
  useEffect(() => (status === undefined ? awaitServer() : undefined), [status]);
  if (status === 404) return <Notice title="Nothing here">It doesn't exist, or it was deleted.</Notice>;
  if (status === 403) return <Notice title="You can't see this">{describe(error)}</Notice>;
  return (
    <Notice title="Something went wrong" role="alert" action={<Button onClick={retry}>Try again</Button>}>
      {describe(error)}
    </Notice>
  );
}

function useRecovery(helps: boolean, retry: () => void): void {
  const recoveries = useCell(recovered);
  const failedAt = useRef(recoveries);
  useEffect(() => {
    if (!helps || failedAt.current === recoveries) return;
    failedAt.current = recoveries;
    retry();
  }, [helps, recoveries, retry]);
}
