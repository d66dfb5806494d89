import { useId, useState } from "react";
import { describe } from "../api/problem";
import type { Tweet, TweetEdit } from "../api/types";
import { Button, IconButton } from "../ui/Button";
import { confirm } from "../ui/Confirm";
import { Dialog } from "../ui/Dialog";
import { WarningIcon } from "../ui/icons";
import { toast } from "../ui/toasts";
import { editing, saveEdit } from "../data/edits";
import { tweets, useTweet } from "../data/tweets";
import { PartField } from "./PartField";
import { WarningField } from "./WarningField";
import { WeightRing } from "./WeightRing";
import { hasVisible, loadWeigher, weigh } from "./weight";
import "./Composer.css";

const close = () => editing.set(undefined);

/** The text of one of the user's tweets, to be changed. */
export default function EditDialog({ id }: { id: string }) {
  const known = useTweet(id)?.tweet;
  // What is being edited does not change when the stream says that the tweet did.
  const [tweet] = useState(known);
  return tweet === undefined ? null : <Edit tweet={tweet} />;
}

function Edit({ tweet }: { tweet: Tweet }) {
  const [text, setText] = useState(tweet.content);
  const [warning, setWarning] = useState(tweet.content_warning);
  const [sensitive, setSensitive] = useState(tweet.sensitive ?? false);
  const [problem, setProblem] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const [, setExact] = useState(false);
  const countId = useId();
  const hasMedia = tweet.media_ids !== undefined;
  const { weight, fits } = weigh(text);
  const changes: TweetEdit = {
    ...(text !== tweet.content && { content: text }),
    ...((warning ?? "").trim() !== (tweet.content_warning ?? "") && { content_warning: (warning ?? "").trim() }),
    ...(sensitive !== (tweet.sensitive ?? false) && { sensitive }),
  };
  const isChanged = Object.keys(changes).length > 0;
  const canSave = isChanged && !isBusy && ((fits && hasVisible(text)) || (hasMedia && text.trim() === ""));
  const leave = () => {
    if (!isChanged) close();
    else confirm({ title: "Discard your changes?", text: "They have not been saved.", yes: "Discard", run: close });
  };
  const save = async () => {
    if (!canSave) return;
    setBusy(true);
    setProblem(undefined);
    try {
      await saveEdit(tweet.id, changes);
      toast({ text: "Tweet edited." });
      close();
    } catch (error) {
      setBusy(false);
      setProblem(`Couldn't save the tweet. ${describe(error)}`);
    }
  };
  return (
    <Dialog title="Edit tweet" onClose={leave} asks={() => isChanged && tweets.get(tweet.id) !== undefined}>
      <form
        className="composer"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <div className="composer-main">
          {warning === undefined ? null : <WarningField text={warning} onChange={setWarning} />}
          <div className="composer-part">
            <div className="composer-line">
              <PartField
                text={text}
                isOptional={hasMedia}
                label="Text of the tweet"
                placeholder="What's on your mind?"
                describedBy={countId}
                autofocus
                onChange={setText}
                onFiles={() => setProblem("Files cannot be added to a tweet that is posted.")}
                onFocus={() => void loadWeigher().then(() => setExact(true))}
                onKeyDown={(event) => {
                  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return;
                  event.preventDefault();
                  void save();
                }}
              />
            </div>
          </div>
          {problem === undefined ? null : (
            <p className="composer-problem" role="alert">
              {problem}
            </p>
          )}
          {hasMedia ? (
            <label className="composer-sensitive">
              <input type="checkbox" checked={sensitive} onChange={({ target }) => setSensitive(target.checked)} />
              Sensitive: hide until opened
            </label>
          ) : null}
          <div className="composer-foot">
            <div className="composer-tools">
              <IconButton
                label="Content warning"
                className="composer-tool"
                aria-pressed={warning !== undefined}
                onClick={() => setWarning(warning === undefined ? "" : undefined)}
              >
                <WarningIcon />
              </IconButton>
            </div>
            <WeightRing id={countId} weight={weight} />
            <Button look="primary" type="submit" busy={isBusy} disabled={!canSave}>
              Save
            </Button>
          </div>
        </div>
      </form>
    </Dialog>
  );
}
