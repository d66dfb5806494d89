import { type KeyboardEvent, type RefObject, useEffect, useId, useRef, useState } from "react";
import { Avatar } from "../ui/Avatar";
import { Button, IconButton } from "../ui/Button";
import { CloseIcon, PlusIcon } from "../ui/icons";
import { keepDraft, type Target, useDraft } from "../data/drafts";
import { useMe } from "../data/me";
import { useUser } from "../data/users";
import { PartField } from "./PartField";
import { WeightRing } from "./WeightRing";
import { joinParts, MAXIMUM_PARTS, partsOf } from "./parts";
import { post } from "./post";
import { hasVisible, loadWeigher, weigh } from "./weight";
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
  const text = useDraft(target);
  const parts = partsOf(text);
  const form = useRef<HTMLFormElement>(null);
  const { focused, setFocused, focusLater } = useFocusOfParts(form, parts.length);
  const [, setExact] = useState(false);
  const countId = useId();
  const current = parts[focused] ?? "";

  const keep = (changed: readonly string[]) => keepDraft(target, joinParts(changed));
  const addAfter = (index: number) => {
    keep(parts.toSpliced(index + 1, 0, ""));
    focusLater(index + 1);
  };
  const remove = (index: number) => {
    keep(parts.toSpliced(index, 1));
    focusLater(Math.max(0, index - 1));
  };

  const canPost = parts.every((part) => weigh(part).fits && hasVisible(part));
  const submit = () => {
    if (!canPost) return;
    void post(text, target);
    onPosted?.();
  };

  const pressed = (event: KeyboardEvent<HTMLTextAreaElement>, index: number) => {
    if (event.nativeEvent.isComposing) return;
    const posts = event.key === "Enter" && (event.ctrlKey || event.metaKey);
    const removes = event.key === "Backspace" && parts.length > 1 && parts[index] === "";
    if (!posts && !removes) return;
    event.preventDefault();
    if (posts) submit();
    else remove(index);
  };

  const isThread = parts.length > 1;
  return (
    <form
      ref={form}
      className="composer"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <div className={`composer-gutter ${isThread ? "composer-gutter-thread" : ""}`}>
        <Avatar user={author} />
      </div>
      <div className="composer-main">
        {parts.map((part, index) => (
          <div key={index} className="composer-part">
            <PartField
              text={part}
              label={isThread ? `Tweet ${index + 1} of ${parts.length}` : promptOf(target)}
              placeholder={index === 0 ? promptOf(target) : "Another tweet"}
              describedBy={countId}
              autofocus={autofocus && index === 0}
              onChange={(changed) => keep(parts.with(index, changed))}
              onFocus={() => {
                setFocused(index);
                void loadWeigher().then(() => setExact(true));
              }}
              onKeyDown={(event) => pressed(event, index)}
            />
            {isThread ? (
              <IconButton label={`Remove tweet ${index + 1}`} className="composer-remove" onClick={() => remove(index)}>
                <CloseIcon />
              </IconButton>
            ) : null}
          </div>
        ))}
        <div className="composer-foot">
          <WeightRing id={countId} weight={weigh(current).weight} />
          {hasVisible(current) && parts.length < MAXIMUM_PARTS ? (
            <IconButton label="Add another tweet" onClick={() => addAfter(focused)}>
              <PlusIcon />
            </IconButton>
          ) : null}
          <Button look="primary" type="submit" disabled={!canPost}>
            {isThread ? "Post all" : target.replyTo ? "Reply" : "Post"}
          </Button>
        </div>
      </div>
    </form>
  );
}

/** Which of the fields is in use, and how to focus another one after the next change of their number. */
function useFocusOfParts(form: RefObject<HTMLFormElement | null>, parts: number) {
  const [focused, setFocused] = useState(0);
  const wanted = useRef<number | undefined>(undefined);
  useEffect(() => {
    if (wanted.current === undefined) return;
    form.current?.querySelectorAll("textarea")[wanted.current]?.focus();
    wanted.current = undefined;
  }, [form, parts]);
  return {
    focused: Math.min(focused, parts - 1),
    setFocused,
    focusLater: (index: number) => {
      wanted.current = index;
    },
  };
}

function promptOf({ replyTo, quoteOf }: Target): string {
  if (replyTo) return "Write your reply";
  return quoteOf ? "Add a comment" : "What's on your mind?";
}
