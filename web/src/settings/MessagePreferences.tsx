import type { Preferences } from "../api/types";
import { usePreferences, prefer } from "../data/preferences";
import "./setting.css";
import "./NotificationPreferences.css";
import "./MessagePreferences.css";

type From = Preferences["messages"]["from"];

const choices: readonly { value: From; label: string; about: string }[] = [
  { value: "everyone", label: "Everyone", about: "Messages of all users arrive in your inbox." },
  { value: "followees", label: "People I follow", about: "Messages of others wait in your requests until you accept them." },
  { value: "nobody", label: "Nobody", about: "Nobody can start a conversation with you. Those you have go on." },
];

/** Who may write to the user, and whether others see what the user has read. */
export function MessagePreferences() {
  const { data } = usePreferences();
  const messages = data?.messages;
  return (
    <section className="setting" aria-labelledby="setting-messages">
      <h2 id="setting-messages">Messages</h2>
      <fieldset className="radios">
        <legend>Who can message me</legend>
        {choices.map(({ value, label, about }) => (
          <label key={value} className="radio">
            <input
              type="radio"
              name="messages-from"
              disabled={messages === undefined}
              checked={messages?.from === value}
              onChange={() => prefer({ messages: { from: value } })}
            />
            <span>
              {label}
              <span className="radio-about">{about}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <label className="switch">
        <span>
          Read receipts
          <span className="radio-about">Others see how far you have read. If this is off, you don't see how far they have.</span>
        </span>
        <input
          type="checkbox"
          role="switch"
          disabled={messages === undefined}
          checked={messages?.read_receipts ?? false}
          onChange={({ target }) => prefer({ messages: { read_receipts: target.checked } })}
        />
      </label>
    </section>
  );
}
