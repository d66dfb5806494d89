import { useQuery } from "@tanstack/react-query";
import { answer, api } from "../api/client";
import { describe } from "../api/problem";
import { queries } from "../api/queries";
import type { Session } from "../api/types";
import { Button } from "../ui/Button";
import { Failure } from "../ui/Failure";
import { Skeletons } from "../ui/Skeletons";
import { momentOf } from "../ui/time";
import { toast } from "../ui/toasts";
import { deviceOf } from "./device";
import { sessionsKey } from "./sessionsKey";
import "./setting.css";
import "./Sessions.css";

/** The sessions of the user, which can be ended. */
export function Sessions() {
  const { data, error, refetch } = useQuery({
    queryKey: sessionsKey,
    queryFn: async () => (await answer(api.GET("/api/roost/v1/sessions"))).data,
  });
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Skeletons label="sessions" rows={3} />;
  return (
    <section className="setting" aria-labelledby="setting-sessions">
      <h2 id="setting-sessions">Where you are logged in</h2>
      <ul className="sessions">
        {data.map((session) => (
          <SessionRow key={session.id} session={session} />
        ))}
      </ul>
      {data.length > 1 ? (
        <Button look="danger" onClick={() => void endOthers()}>
          Log out everywhere else
        </Button>
      ) : null}
    </section>
  );
}

function SessionRow({ session }: { session: Session }) {
  const device = deviceOf(session.user_agent);
  return (
    <li className="session">
      <div>
        <p className="name">
          {device} {session.current ? <span className="chip">This device</span> : null}
        </p>
        <p className="handle">
          Logged in <time dateTime={session.created_at}>{momentOf(session.created_at)}</time>
        </p>
        {session.current ? null : (
          <p className="handle">
            Last used about <time dateTime={session.last_used_at}>{momentOf(session.last_used_at)}</time>
          </p>
        )}
      </div>
      {session.current ? null : (
        <Button look="danger" aria-label={`Log out ${device}`} onClick={() => void end(session.id)}>
          Log out
        </Button>
      )}
    </li>
  );
}

async function end(id: string): Promise<void> {
  const before = queries.getQueryData<Session[]>(sessionsKey);
  queries.setQueryData<Session[]>(sessionsKey, before?.filter((session) => session.id !== id));
  try {
    await answer(api.DELETE("/api/roost/v1/sessions/{id}", { params: { path: { id } } }));
    toast({ text: "Session ended." });
  } catch (error) {
    queries.setQueryData(sessionsKey, before);
    toast({ text: describe(error), kind: "failure" });
  }
}

async function endOthers(): Promise<void> {
  const before = queries.getQueryData<Session[]>(sessionsKey);
  queries.setQueryData<Session[]>(
    sessionsKey,
    before?.filter((session) => session.current),
  );
  try {
    await answer(api.DELETE("/api/roost/v1/sessions"));
    toast({ text: "You were logged out everywhere else." });
  } catch (error) {
    queries.setQueryData(sessionsKey, before);
    toast({ text: describe(error), kind: "failure" });
  }
}
