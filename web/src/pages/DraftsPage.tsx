import { Notice } from "../ui/Notice";
import { PageHead } from "../ui/PageHead";
import { PagedList } from "../ui/PagedList";
import { Tabs } from "../ui/Tabs";
import { paths } from "../ui/paths";
import { useSavedDrafts, useScheduledTweets } from "../data/unsent";
import { SavedDraftRow } from "../compose/SavedDraftRow";
import { ScheduledRow } from "../compose/ScheduledRow";

/** What is not posted yet: drafts on the server, and scheduled tweets. */
export default function DraftsPage({ part }: { part: "drafts" | "scheduled" }) {
  return (
    <>
      <PageHead title={part === "drafts" ? "Drafts" : "Scheduled tweets"} about="Only you can see these" back />
      <Tabs
        label="Not posted yet"
        tabs={[
          { to: paths.drafts, label: "Drafts" },
          { to: paths.scheduled, label: "Scheduled" },
        ]}
      >
        {part === "drafts" ? <Drafts /> : <Scheduled />}
      </Tabs>
    </>
  );
}

function Drafts() {
  return (
    <PagedList
      query={useSavedDrafts()}
      label="Drafts"
      render={(id) => <SavedDraftRow id={id} />}
      empty={<Notice title="No drafts yet">Save a tweet that isn't finished, and continue on any of your devices.</Notice>}
    />
  );
}

function Scheduled() {
  return (
    <PagedList
      query={useScheduledTweets()}
      label="Scheduled tweets"
      render={(id) => <ScheduledRow id={id} />}
      empty={<Notice title="Nothing is scheduled">Schedule a tweet in the composer, and it is posted at that time.</Notice>}
    />
  );
}
