import { type KeyboardEvent, useId, useRef, useState } from "react";
import { Avatar } from "../ui/Avatar";
import { useNow } from "../ui/useNow";
import type { Target } from "../data/drafts";
import { useMe } from "../data/me";
import { useUser } from "../data/users";
import { ComposerFoot } from "./ComposerFoot";
import { ComposerPart, prepareAttachments } from "./ComposerPart";
import { ScheduleField } from "./ScheduleField";
import { WarningField } from "./WarningField";
import { askToDescribe } from "./askToDescribe";
import { post } from "./post";
import { keepOnServer } from "./savedDraft";
import { isAcceptable } from "./scheduling";
import { hasFailed, useAttaching } from "./useAttaching";
import { useFileDrop } from "./useFileDrop";
import { isPostable, useParts } from "./useParts";
import { loadWeigher } from "./weight";
import "./Composer.css";

interface ComposerProps {
  target: Target;
  autofocus?: boolean;
  onPosted?: () => void;
}

/** The form for a new tweet, or for a thread. Every change is saved as a draft. */
export function Composer({ target, autofocus = false, onPosted }: ComposerProps) {
  const me = useMe();
  const author = useUser(me?.id ?? "");
  const form = useRef<HTMLFormElement>(null);
  const { draft, focused, setFocused, keep, write, ask, mayAdd, addAfter, remove } = useParts(form, target);
  const { parts } = draft;
  const [isUsed, setUsed] = useState(autofocus);
  const [, setExact] = useState(false);
  const { add, problem, setProblem } = useAttaching(target);
  const countId = useId();
  const { isOver, handlers } = useFileDrop((files) => void add(files, focused));

  const now = useNow();
  const { scheduledAt } = draft;
  const fitsTime = scheduledAt === undefined || (parts.length === 1 && isAcceptable(scheduledAt, now));
  const canPost = parts.every(isPostable) && fitsTime;
  const submit = () => {
    if (!canPost) return;
    if (hasFailed(draft)) {
      setProblem("A file could not be uploaded. Try again or remove it.");
      return;
    }
    askToDescribe(draft, () => {
      setProblem(undefined);
      void post(draft, target);
      onPosted?.();
    });
  };

  const pressed = (event: KeyboardEvent<HTMLTextAreaElement>, index: number) => {
    if (event.nativeEvent.isComposing) return;
    const posts = event.key === "Enter" && (event.ctrlKey || event.metaKey);
    const part = parts[index];
    const removes = event.key === "Backspace" && parts.length > 1 && part?.text === "" && part.media.length === 0 && part.poll === undefined;
    if (!posts && !removes) return;
    event.preventDefault();
    if (posts) submit();
    else remove(index);
  };

  const isThread = parts.length > 1;
  return (
    <form
      ref={form}
      className={isOver ? "composer composer-over" : "composer"}
      {...handlers}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <div className={`composer-gutter ${isThread ? "composer-gutter-thread" : ""}`}>
        <Avatar user={author} />
      </div>
      <div className="composer-main">
        {draft.warning === undefined ? null : <WarningField text={draft.warning} onChange={(warning) => keep({ warning })} />}
        {parts.map((part, index) => (
          <ComposerPart
            key={index}
            part={part}
            place={{ target, part: index }}
            label={isThread ? `Tweet ${index + 1} of ${parts.length}` : promptOf(target)}
            placeholder={index === 0 ? promptOf(target) : "Another tweet"}
            describedBy={countId}
            autofocus={autofocus && index === 0}
            onChange={(changed) => write(index, changed)}
            onFiles={(files) => void add(files, index)}
            onPoll={(poll) => ask(index, poll)}
            onFocus={() => {
              setFocused(index);
              setUsed(true);
              prepareAttachments();
              void loadWeigher().then(() => setExact(true));
            }}
            onKeyDown={(event) => pressed(event, index)}
            onRemove={isThread ? () => remove(index) : undefined}
          />
        ))}
        {scheduledAt === undefined ? null : (
          <ScheduleField time={scheduledAt} onChange={(time) => keep({ scheduledAt: time })} onRemove={() => keep({ scheduledAt: undefined })} />
        )}
        {problem === undefined ? null : (
          <p className="composer-problem" role="alert">
            {problem}
          </p>
        )}
        <ComposerFoot
          draft={draft}
          current={parts[focused]}
          countId={countId}
          isLikely={isUsed}
          canPost={canPost}
          mayAdd={mayAdd}
          begins={!target.replyTo}
          postLabel={scheduledAt !== undefined ? "Schedule" : isThread ? "Post all" : target.replyTo ? "Reply" : "Post"}
          onFiles={(files) => void add(files, focused)}
          onAdd={() => addAfter(focused)}
          onPoll={(poll) => ask(focused, poll)}
          onChange={keep}
          onSave={() => {
            void keepOnServer(draft, target);
            onPosted?.();
          }}
        />
      </div>
    </form>
  );
}

function promptOf({ replyTo, quoteOf }: Target): string {
  if (replyTo) return "Write your reply";
  return quoteOf ? "Add a comment" : "What's on your mind?";
}
