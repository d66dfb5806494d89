import { useRef } from "react";
import { Button, IconButton } from "../ui/Button";
import { CloseIcon } from "../ui/icons";
import type { PollPart } from "../data/draftParts";
import { DURATIONS, LEAST_OPTIONS, MOST_OPTIONS, optionOf } from "./pollDraft";
import "./PollEditor.css";

interface PollEditorProps {
  poll: PollPart;
  /** Without a poll, it is removed. */
  onChange: (poll: PollPart | undefined) => void;
}

/** The options of a poll and how long it lasts. */
export function PollEditor({ poll, onChange }: PollEditorProps) {
  const box = useRef<HTMLFieldSetElement>(null);
  const { options, seconds } = poll;
  const keep = (changed: readonly string[]) => onChange({ ...poll, options: changed });
  const focusLater = (index: number) =>
    requestAnimationFrame(() => box.current?.querySelectorAll<HTMLInputElement>("input")[index]?.focus());
  return (
    <fieldset ref={box} className="poll-editor">
      <legend className="only-spoken">Poll</legend>
      {options.map((text, index) => (
        <div key={index} className="poll-editor-line">
          <input
            value={text}
            dir="auto"
            aria-label={`Option ${index + 1}`}
            placeholder={`Option ${index + 1}`}
            onChange={({ target }) => keep(options.with(index, optionOf(target.value)))}
            onKeyDown={(event) => {
              // Enter would post the tweet.
              if (event.key !== "Enter" || event.ctrlKey || event.metaKey) return;
              event.preventDefault();
              if (index + 1 < options.length) focusLater(index + 1);
            }}
          />
          {options.length > LEAST_OPTIONS ? (
            <IconButton
              label={`Remove option ${index + 1}`}
              onClick={() => {
                keep(options.toSpliced(index, 1));
                focusLater(Math.max(0, index - 1));
              }}
            >
              <CloseIcon />
            </IconButton>
          ) : null}
        </div>
      ))}
      <div className="poll-editor-foot">
        <label>
          Lasts{" "}
          <select value={seconds} onChange={({ target }) => onChange({ ...poll, seconds: Number(target.value) })}>
            {DURATIONS.map((each) => (
              <option key={each.seconds} value={each.seconds}>
                {each.label}
              </option>
            ))}
          </select>
        </label>
        {options.length < MOST_OPTIONS ? (
          <Button
            look="quiet"
            onClick={() => {
              keep([...options, ""]);
              focusLater(options.length);
            }}
          >
            Add option
          </Button>
        ) : null}
        <Button look="quiet" onClick={() => onChange(undefined)}>
          Remove poll
        </Button>
      </div>
    </fieldset>
  );
}
