import type { ReactNode } from "react";
import { Button, ButtonLink } from "../ui/Button";
import { PageHead } from "../ui/PageHead";
import { Tabs } from "../ui/Tabs";
import { paths, type SettingsPart } from "../ui/paths";
import { useMe } from "../data/me";
import { useHasTrends } from "../data/trends";
import { logOut } from "../session/session";
import { AppearanceChoice } from "../settings/AppearanceChoice";
import { Hidden } from "../settings/Hidden";
import { HomePreferences } from "../settings/HomePreferences";
import { MediaChoice } from "../settings/MediaChoice";
import { MessagePreferences } from "../settings/MessagePreferences";
import { MutedWords } from "../settings/MutedWords";
import { NotificationPreferences } from "../settings/NotificationPreferences";
import { Sessions } from "../settings/Sessions";
import { TrendSettings } from "../settings/TrendSettings";
import "../settings/setting.css";

/** The settings, with a URL for each part. */
export default function SettingsPage({ part }: { part: SettingsPart }) {
  const hasTrends = useHasTrends();
  return (
    <>
      <PageHead title="Settings" />
      <Tabs
        label="Settings"
        tabs={[
          { to: paths.settings(), label: "General" },
          { to: paths.settings("home"), label: "Timeline" },
          { to: paths.settings("sessions"), label: "Security" },
          { to: paths.settings("blocked"), label: "Blocked" },
          { to: paths.settings("muted"), label: "Muted" },
          { to: paths.settings("words"), label: "Words" },
          ...(hasTrends ? [{ to: paths.settings("trends"), label: "Trends" }] : []),
        ]}
      >
        {partOf(part)}
      </Tabs>
    </>
  );
}

function partOf(part: SettingsPart): ReactNode {
  switch (part) {
    case "home":
      return <HomePreferences />;
    case "sessions":
      return <Sessions />;
    case "blocked":
      return <Hidden key="blocked" list="blocked" />;
    case "muted":
      return <Hidden key="muted" list="muted" />;
    case "words":
      return <MutedWords />;
    case "trends":
      return <TrendSettings />;
    case "general":
      return <General />;
  }
}

function General() {
  const me = useMe();
  return (
    <>
      <AppearanceChoice />
      <MediaChoice />
      <NotificationPreferences />
      <MessagePreferences />
      <section className="setting" aria-labelledby="setting-analytics">
        <h2 id="setting-analytics">Analytics</h2>
        <p>How often your tweets are seen, and what people do with them. Only you can see it.</p>
        <ButtonLink to={paths.analytics()}>Your analytics</ButtonLink>
      </section>
      <section className="setting" aria-labelledby="setting-account">
        <h2 id="setting-account">Account</h2>
        <p>Logging out deletes drafts, unsent messages and recent searches on this device.</p>
        <Button onClick={() => void logOut()}>Log out</Button>
      </section>
      {me?.admin ? (
        <section className="setting" aria-labelledby="setting-server">
          <h2 id="setting-server">This server</h2>
          <ButtonLink to={paths.ops}>
            Server status
          </ButtonLink>
        </section>
      ) : null}
    </>
  );
}
