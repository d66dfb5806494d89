import type { NotificationType } from "../api/types";
import { Failure } from "../ui/Failure";
import { prefer, usePreferences } from "../data/preferences";
import "./setting.css";
import "./NotificationPreferences.css";

const sentences: readonly { type: NotificationType; label: string }[] = [
  { type: "mention", label: "Someone mentions me" },
  { type: "reply", label: "Someone replies to me" },
  { type: "quote", label: "Someone quotes me" },
  { type: "like", label: "Someone likes my tweet" },
  { type: "retweet", label: "Someone retweets my tweet" },
  { type: "follow", label: "Someone follows me" },
  { type: "tweet", label: "Someone I chose posts a tweet" },
  { type: "poll_ended", label: "A poll ends that I posted or voted in" },
  { type: "edit", label: "Someone edits a tweet that I replied to or quoted" },
];

/** The notification preferences: changed at once, and reverted if the server rejects a change. */
export function NotificationPreferences() {
  const { data, error, refetch } = usePreferences();
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
            onChange={(event) => prefer({ notifications: { [type]: event.target.checked } })}
          />
        </label>
      ))}
    </fieldset>
  );
}
