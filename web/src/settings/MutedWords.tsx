import { type ReactNode, useId } from "react";
import type { MutedWord } from "../api/types";
import { Button } from "../ui/Button";
import { Failure } from "../ui/Failure";
import { Field } from "../ui/Field";
import { Form } from "../ui/Form";
import { Skeletons } from "../ui/Skeletons";
import { momentOf } from "../ui/time";
import { textOf, useSubmit } from "../ui/useSubmit";
import { muteWord, unmuteWord, useMutedWords } from "../data/mutedWords";
import "./setting.css";
import "./NotificationPreferences.css";
import "./MutedWords.css";

const DAY = 24 * 3_600;
const LONGEST = 100;

const durations = [
  { label: "Until I remove it", days: 0 },
  { label: "A day", days: 1 },
  { label: "A week", days: 7 },
  { label: "30 days", days: 30 },
];

/** The words, phrases and hashtags that the user does not want to read. */
export function MutedWords() {
  const { data: words, error, refetch } = useMutedWords();
  if (error && words === undefined) return <Failure error={error} retry={() => void refetch()} />;
  if (words === undefined) return <Skeletons label="muted words" rows={3} />;
  return (
    <>
      <section className="setting" aria-labelledby="setting-mute-word">
        <h2 id="setting-mute-word">Mute a word</h2>
        <p>Tweets that contain it are hidden from you, in retweets and quotes too. Profiles and tweets that you open still show it.</p>
        <NewWord />
      </section>
      <section className="setting" aria-labelledby="setting-muted-words">
        <h2 id="setting-muted-words">Muted words</h2>
        {words.length === 0 ? (
          <p>None.</p>
        ) : (
          <ul className="muted-words">
            {words.map((word) => (
              <WordRow key={word.id} word={word} />
            ))}
          </ul>
        )}
      </section>
    </>
  );
}

function NewWord() {
  const { busy, problem, problemOf, onSubmit } = useSubmit(["text"], async (values, form) => {
    const days = Number(textOf(values, "days"));
    await muteWord({
      text: textOf(values, "text"),
      whole_word: values.get("whole") !== null,
      scope: textOf(values, "scope") === "home" ? "home" : "everywhere",
      ...(days > 0 && { duration_seconds: days * DAY }),
    });
    form.reset();
    form.querySelector<HTMLElement>("[name=text]")?.focus();
  });
  return (
    <Form problem={problem} onSubmit={onSubmit}>
      <Field
        label="Word, phrase or hashtag"
        name="text"
        maxLength={2 * LONGEST}
        autoComplete="off"
        hint="A hashtag begins with #. Capital letters and accents don't matter."
        problem={problemOf("text")}
      />
      <div className="muted-word-options">
        <Choice label="Where" name="scope">
          <option value="everywhere">Everywhere</option>
          <option value="home">Home only</option>
        </Choice>
        <Choice label="How long" name="days">
          {durations.map(({ label, days }) => (
            <option key={days} value={days}>
              {label}
            </option>
          ))}
        </Choice>
      </div>
      <label className="switch">
        <span>Whole word only</span>
        <input type="checkbox" role="switch" name="whole" defaultChecked />
      </label>
      <Button look="primary" type="submit" busy={busy}>
        Mute
      </Button>
    </Form>
  );
}

function Choice({ label, name, children }: { label: string; name: string; children: ReactNode }) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} name={name}>
        {children}
      </select>
    </div>
  );
}

function WordRow({ word }: { word: MutedWord }) {
  const { id, text, whole_word: whole, scope, muted_until: until } = word;
  const facts = [scope === "home" ? "Home only" : "Everywhere", ...(whole ? [] : ["also within words"])];
  return (
    <li>
      <div>
        <p className="name">
          <bdi>{text}</bdi>
        </p>
        <p className="handle">
          {facts.join(", ")}
          {until === undefined ? null : (
            <>
              , until <time dateTime={until}>{momentOf(until)}</time>
            </>
          )}
        </p>
      </div>
      <Button aria-label={`Remove: ${text}`} onClick={() => void unmuteWord(id)}>
        Remove
      </Button>
    </li>
  );
}
