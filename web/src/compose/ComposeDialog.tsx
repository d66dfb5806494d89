import { Dialog } from "../ui/Dialog";
import { closeComposer } from "../data/composer";
import type { Target } from "../data/drafts";
import { QuotedTweet } from "../tweet/QuotedTweet";
import { Composer } from "./Composer";

/** The composer in a dialog. */
export function ComposeDialog({ target }: { target: Target }) {
  return (
    <Dialog title={target.replyTo ? "Reply" : target.quoteOf ? "Quote" : "New tweet"} onClose={closeComposer}>
      {target.replyTo ? <QuotedTweet id={target.replyTo} /> : null}
      <Composer target={target} autofocus onPosted={closeComposer} />
      {target.quoteOf ? <QuotedTweet id={target.quoteOf} /> : null}
    </Dialog>
  );
}
