import { Button, IconButton } from "../ui/Button";
import { PlusIcon, PollIcon, WarningIcon } from "../ui/icons";
import { type Draft, type DraftPart, EMPTY_PART, type PollPart } from "../data/draftParts";
import { AttachButton } from "./AttachButton";
import { ComposerMenu } from "./ComposerMenu";
import { ReplyChoice } from "./ReplyChoice";
import { WeightRing } from "./WeightRing";
import { NEW_POLL } from "./pollDraft";
import { isPostable } from "./useParts";
import { weigh } from "./weight";

interface ComposerFootProps {
  draft: Draft;
  /** The tweet that is being written. */
  current: DraftPart | undefined;
  countId: string;
  isLikely: boolean;
  canPost: boolean;
  mayAdd: boolean;
  /** Whether the tweet begins a conversation. */
  begins: boolean;
  postLabel: string;
  onFiles: (files: readonly File[]) => void;
  onAdd: () => void;
  onPoll: (poll: PollPart | undefined) => void;
  onChange: (change: Partial<Draft>) => void;
  onSave: () => void;
}

/** The tools below the text, and the button that posts it. */
export function ComposerFoot({
  draft,
  current = EMPTY_PART,
  countId,
  isLikely,
  canPost,
  mayAdd,
  begins,
  postLabel,
  onFiles,
  onAdd,
  onPoll,
  onChange,
  onSave,
}: ComposerFootProps) {
  const hasMedia = draft.parts.some(({ media }) => media.length > 0);
  const hasWarning = draft.warning !== undefined;
  return (
    <>
      {hasMedia ? (
        <label className="composer-sensitive">
          <input type="checkbox" checked={draft.sensitive} onChange={({ target }) => onChange({ sensitive: target.checked })} />
          Sensitive: hide until opened
        </label>
      ) : null}
      <div className="composer-foot">
        <div className="composer-tools">
          <AttachButton isLikely={isLikely} onFiles={onFiles} />
          <IconButton
            label="Poll"
            className="composer-tool"
            aria-pressed={current.poll !== undefined}
            onClick={() => onPoll(current.poll ? undefined : NEW_POLL)}
          >
            <PollIcon />
          </IconButton>
          <IconButton
            label="Content warning"
            className="composer-tool"
            aria-pressed={hasWarning}
            onClick={() => onChange({ warning: hasWarning ? undefined : "" })}
          >
            <WarningIcon />
          </IconButton>
          {begins ? <ReplyChoice chosen={draft.replies ?? "everyone"} onChoose={(replies) => onChange({ replies })} /> : null}
          <ComposerMenu draft={draft} onChange={onChange} onSave={onSave} />
        </div>
        <WeightRing id={countId} weight={weigh(current.text).weight} />
        {isPostable(current) && mayAdd && draft.scheduledAt === undefined ? (
          <IconButton label="Add another tweet" onClick={onAdd}>
            <PlusIcon />
          </IconButton>
        ) : null}
        <Button look="primary" type="submit" disabled={!canPost}>
          {postLabel}
        </Button>
      </div>
    </>
  );
}
