import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { Avatar } from "../ui/Avatar";
import { Button } from "../ui/Button";
import { keepDraft, type Target, useDraft } from "../data/drafts";
import { useMe } from "../data/me";
import { useUser } from "../data/users";
import { WeightRing } from "./WeightRing";
import { post } from "./post";
import { loadWeigher, weigh } from "./weight";
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
  const field = useRef<HTMLTextAreaElement>(null);
  const countId = useId();
  const { weight, fits } = weigh(text);

  useEffect(() => {
    const element = field.current;
    // Grows with its text if the style sheet alone cannot do it.
    if (element === null || CSS.supports("field-sizing", "content")) return;
    element.style.height = "auto";
    element.style.height = `${element.scrollHeight}px`;
  }, [text]);

  const submit = () => {
    if (!fits || text.trim() === "") return;
    void post(text, target);
    onPosted?.();
  };

  const pressed = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
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
        <textarea
          ref={field}
          rows={2}
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
        <div className="composer-foot">
          <WeightRing id={countId} weight={weight} />
          <Button look="primary" type="submit" disabled={!fits || text.trim() === ""}>
            {target.replyTo ? "Reply" : "Post"}
          </Button>
        </div>
      </div>
    </form>
  );
}

function promptOf({ replyTo, quoteOf }: Target): string {
  if (replyTo) return "Write your reply";
  return quoteOf ? "Add a comment" : "What's on your mind?";
}
