import { type KeyboardEvent, useId, useState } from "react";
import { Avatar } from "../ui/Avatar";
import { Button } from "../ui/Button";
import { keepDraft, type Target, useDraft } from "../data/drafts";
import { useMe } from "../data/me";
import { useUser } from "../data/users";
import { WeightRing } from "./WeightRing";
import { post } from "./post";
import { fittingLength, hasVisible, loadWeigher, MAXIMUM_WEIGHT, weigh } from "./weight";
import "./Composer.css";

interface ComposerProps {
  target: Target;
  autofocus?: boolean;
  onPosted?: () => void;
}

/** The form for a new tweet. Every change is saved as a draft. */
export function Composer({ target, autofocus = false, onPosted }: ComposerProps) {
  const me = useMe();
  const author = useUser(me?.id ?? "");
  const text = useDraft(target);
  const [, setExact] = useState(false);
  const countId = useId();
  const { weight, fits } = weigh(text);

  const canPost = fits && hasVisible(text);
  const submit = () => {
    if (!canPost) return;
    void post(text, target);
    onPosted?.();
  };

  const pressed = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return;
    event.preventDefault();
    submit();
  };

  return (
    <form
      className="composer"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Avatar user={author} />
      <div className="composer-main">
        <div className="composer-field">
          <Marked text={text} />
          <textarea
            rows={1}
            value={text}
            dir="auto"
            placeholder={promptOf(target)}
            aria-label={promptOf(target)}
            aria-describedby={countId}
            aria-invalid={weight > 0 && !fits}
            data-autofocus={autofocus || undefined}
            onFocus={() => void loadWeigher().then(() => setExact(true))}
            onChange={(event) => keepDraft(target, event.target.value)}
            onKeyDown={pressed}
          />
        </div>
        <div className="composer-foot">
          <WeightRing id={countId} weight={weight} />
          <Button look="primary" type="submit" disabled={!canPost}>
            {target.replyTo ? "Reply" : "Post"}
          </Button>
        </div>
      </div>
    </form>
  );
}

/** The same text behind the field, which gives it its height and marks what is too much. */
function Marked({ text }: { text: string }) {
  const end = weigh(text).weight <= MAXIMUM_WEIGHT ? text.length : fittingLength(text);
  return (
    <div className="composer-marked" dir="auto" aria-hidden="true">
      {text.slice(0, end)}
      <mark>{text.slice(end)}</mark>{" "}
    </div>
  );
}

function promptOf({ replyTo, quoteOf }: Target): string {
  if (replyTo) return "Write your reply";
  return quoteOf ? "Add a comment" : "What's on your mind?";
}
