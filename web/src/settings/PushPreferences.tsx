import { useState } from "react";
import { describe } from "../api/problem";
import type { Preferences } from "../api/types";
import { toast } from "../ui/toasts";
import { useCapabilities } from "../data/capabilities";
import { prefer, usePreferences } from "../data/preferences";
import { type PushState, turnPushOff, turnPushOn, usePushState } from "../data/push";
import "./setting.css";
import "./NotificationPreferences.css";
import "./MessagePreferences.css";
import "./PushPreferences.css";

type Push = Preferences["push"];
type Kind = Exclude<keyof Push, "quiet_hours">;

const kinds: readonly { kind: Kind; label: string; about?: string }[] = [
  { kind: "message", label: "Direct messages" },
  { kind: "message_text", label: "Text of direct messages", about: "If this is off, you see only who wrote to you." },
  { kind: "mention", label: "Mentions" },
  { kind: "reply", label: "Replies" },
  { kind: "quote", label: "Quotes" },
  { kind: "like", label: "Likes" },
  { kind: "retweet", label: "Retweets" },
  { kind: "follow", label: "New followers" },
  { kind: "tweet", label: "Tweets of people I chose" },
  { kind: "poll_ended", label: "Ended polls" },
  { kind: "edit", label: "Edited tweets" },
];

const obstacles: Partial<Record<PushState, string>> = {
  unsupported: "This browser cannot receive push notifications here. On an iPhone or iPad, add Roost to the Home Screen first.",
  denied: "This browser blocks notifications from Roost. Allow them in its settings for this site, then reload the page.",
};

/** Whether this browser is told what happens while Roost is closed, and of what. Nothing if the server has no pushes. */
export function PushPreferences() {
  const push = useCapabilities(true)?.push;
  const { data: state } = usePushState(push !== undefined);
  if (push === undefined) return null;
  return (
    <section className="setting" aria-labelledby="setting-push">
      <h2 id="setting-push">Push notifications</h2>
      <OnThisDevice publicKey={push.public_key} state={state} />
      {state === "on" ? <Choices /> : null}
    </section>
  );
}

function OnThisDevice({ publicKey, state }: { publicKey: string; state: PushState | undefined }) {
  /** What was chosen, while the browser is asked. */
  const [chosen, setChosen] = useState<boolean>();
  const obstacle = state === undefined ? undefined : obstacles[state];
  const change = async (on: boolean) => {
    setChosen(on);
    try {
      if (!on) await turnPushOff();
      else if ((await turnPushOn(publicKey)) === "off") toast({ text: "Notifications were not allowed." });
    } catch (error) {
      toast({ text: `Couldn't change push notifications. ${describe(error)}`, kind: "failure" });
    } finally {
      setChosen(undefined);
    }
  };
  return (
    <>
      <label className="switch">
        <span>
          Notify this device
          <span className="radio-about">Tells you what happens while Roost is not open anywhere.</span>
        </span>
        <input
          type="checkbox"
          role="switch"
          disabled={state === undefined || obstacle !== undefined || chosen !== undefined}
          checked={chosen ?? state === "on"}
          aria-describedby={obstacle === undefined ? undefined : "push-obstacle"}
          onChange={({ target }) => void change(target.checked)}
        />
      </label>
      {obstacle === undefined ? null : (
        <p id="push-obstacle" role="status">
          {obstacle}
        </p>
      )}
    </>
  );
}

function Choices() {
  const push = usePreferences().data?.push;
  return (
    <>
      <fieldset className="push-kinds">
        <legend>What to push</legend>
        {kinds.map(({ kind, label, about }) => (
          <label key={kind} className="switch">
            <span>
              {label}
              {about === undefined ? null : <span className="radio-about">{about}</span>}
            </span>
            <input
              type="checkbox"
              role="switch"
              disabled={push === undefined || (kind === "message_text" && !push.message)}
              checked={push?.[kind] ?? false}
              onChange={({ target }) => prefer({ push: { [kind]: target.checked } })}
            />
          </label>
        ))}
      </fieldset>
      {push === undefined ? null : <QuietHours hours={push.quiet_hours} />}
    </>
  );
}

function QuietHours({ hours }: { hours: Push["quiet_hours"] }) {
  const change = (changed: Partial<Push["quiet_hours"]>) =>
    prefer({ push: { quiet_hours: { ...hours, time_zone: timeZone(), ...changed } } });
  return (
    <>
      <label className="switch">
        <span>
          Quiet hours
          <span className="radio-about">Nothing is pushed meanwhile, nor afterwards.</span>
        </span>
        <input type="checkbox" role="switch" checked={hours.enabled} onChange={({ target }) => change({ enabled: target.checked })} />
      </label>
      {hours.enabled ? (
        <div className="quiet-hours">
          <Time label="From" value={hours.from} change={(from) => change({ from })} />
          <Time label="To" value={hours.to} change={(to) => change({ to })} />
          <p className="radio-about">{hours.time_zone.replaceAll("_", " ")}</p>
        </div>
      ) : null}
    </>
  );
}

/** An input of times is empty while one types. */
function Time({ label, value, change }: { label: string; value: string; change: (time: string) => void }) {
  return (
    <label>
      {label}
      <input type="time" value={value} required onChange={({ target }) => target.value === "" || change(target.value)} />
    </label>
  );
}

const timeZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;
