import { useMutation, useQuery } from "@tanstack/react-query";
import { answer, api } from "../api/client";
import { describe } from "../api/problem";
import { queries } from "../api/queries";
import type { NotificationType, Preferences } from "../api/types";
import { Failure } from "../ui/Failure";
import { toast } from "../ui/toasts";
import "./setting.css";
import "./NotificationPreferences.css";

const key = ["preferences"];

const sentences: readonly { type: NotificationType; label: string }[] = [
  { type: "mention", label: "Someone mentions me" },
  { type: "reply", label: "Someone replies to me" },
  { type: "quote", label: "Someone quotes me" },
  { type: "like", label: "Someone likes my tweet" },
  { type: "retweet", label: "Someone retweets my tweet" },
  { type: "follow", label: "Someone follows me" },
];

/** The notification preferences: changed at once, and reverted if the server rejects a change. */
export function NotificationPreferences() {
  const { data, error, refetch } = useQuery({
    queryKey: key,
    queryFn: async () => (await answer(api.GET("/api/roost/v1/users/me/preferences"))).data,
  });
  const change = useMutation({ mutationFn: save });
  return (
    <fieldset className="setting">
      <legend>
        <h2>Notify me when</h2>
      </legend>
      {error ? <Failure error={error} retry={() => void refetch()} /> : null}
      {sentences.map(({ type, label }) => (
        <label key={type} className="switch">
          <span>{label}</span>
          <input
            type="checkbox"
            role="switch"
            disabled={data === undefined}
            checked={data?.notifications[type] ?? false}
            onChange={(event) => change.mutate({ type, on: event.target.checked })}
          />
        </label>
      ))}
    </fieldset>
  );
}

async function save({ type, on }: { type: NotificationType; on: boolean }): Promise<void> {
  show(type, on);
  try {
    const body = { notifications: { [type]: on } };
    await answer(api.PATCH("/api/roost/v1/users/me/preferences", { body }));
  } catch (error) {
    show(type, !on);
    toast({ text: describe(error), kind: "failure" });
  }
}

function show(type: NotificationType, on: boolean): void {
  queries.setQueryData<Preferences>(
    key,
    (before) => before && { ...before, notifications: { ...before.notifications, [type]: on } },
  );
}
