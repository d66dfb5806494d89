import { useState } from "react";
import { Button, IconButton } from "../ui/Button";
import { Dialog } from "../ui/Dialog";
import { HelpIcon } from "../ui/icons";
import "./SearchTips.css";

interface Tip {
  write: readonly string[];
  finds: string;
}

const groups: readonly { title: string; tips: readonly Tip[] }[] = [
  {
    title: "Words",
    tips: [
      { write: ["red bicycle"], finds: "Both words, anywhere in the tweet" },
      { write: ['"red bicycle"'], finds: "These words in this order" },
      { write: ["cat OR dog"], finds: "Either of them" },
      { write: ["bicycle -red"], finds: "Tweets without a word; works with everything below, too" },
      { write: ["#birds", "@alice", "$TWTR"], finds: "A hashtag, a mention, a cashtag" },
    ],
  },
  {
    title: "People",
    tips: [
      { write: ["from:alice"], finds: "Tweets by Alice; from:me for your own" },
      { write: ["to:alice"], finds: "Replies to Alice" },
      { write: ["filter:follows"], finds: "Tweets by people you follow" },
    ],
  },
  {
    title: "Time",
    tips: [
      { write: ["since:2026-01-31"], finds: "On that day or later" },
      { write: ["until:2026-02-28"], finds: "Before that day" },
    ],
  },
  {
    title: "Kind",
    tips: [
      { write: ["has:images", "has:video", "has:media", "has:links"], finds: "With something attached" },
      { write: ["is:reply", "is:quote"], finds: "Replies, quotes" },
      { write: ["min_likes:10"], finds: "With at least 10 likes" },
      { write: ["lang:pt"], finds: "In a language" },
      { write: ["url:example.com"], finds: "With a link to a site" },
    ],
  },
];

/** Opens the list of what a search can contain. */
export function SearchTips({ look }: { look: "icon" | "button" }) {
  const [isOpen, setOpen] = useState(false);
  const open = () => setOpen(true);
  return (
    <>
      {look === "icon" ? (
        <IconButton label="Search tips" onClick={open}>
          <HelpIcon />
        </IconButton>
      ) : (
        <Button onClick={open}>Search tips</Button>
      )}
      {isOpen ? <TipsDialog onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function TipsDialog({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title="Search tips" onClose={onClose} className="dialog-tips">
      <div className="tips">
        {groups.map(({ title, tips }) => (
          <section key={title}>
            <h3>{title}</h3>
            <dl>
              {tips.map(({ write, finds }) => (
                <div key={finds}>
                  <dt>
                    {write.map((each) => (
                      <code key={each}>{each}</code>
                    ))}
                  </dt>
                  <dd>{finds}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
