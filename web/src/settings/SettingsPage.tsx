import type { ReactNode } from "react";
import { useMe } from "../session/me";
import { logOut } from "../session/session";
import { Button } from "../ui/Button";
import { Link } from "../ui/Link";
import { PageHead } from "../ui/PageHead";
import { Tabs } from "../ui/Tabs";
import { AppearanceChoice } from "./AppearanceChoice";
import { NotificationPreferences } from "./NotificationPreferences";
import { Hidden } from "./Hidden";
import { Sessions } from "./Sessions";
import "./settings.css";

/** The parts of the settings, each with an address. */
export default function SettingsPage({ part = "" }: { part: string | undefined }) {
  return (
    <>
      <PageHead title="Settings" />
      <Tabs
        label="Parts of the settings"
        tabs={[
          { to: "/settings", label: "General" },
          { to: "/settings/sessions", label: "Security" },
          { to: "/settings/blocked", label: "Blocked" },
          { to: "/settings/muted", label: "Muted" },
        ]}
      >
        {partOf(part)}
      </Tabs>
    </>
  );
}

function partOf(part: string): ReactNode {
  switch (part) {
    case "sessions":
      return <Sessions />;
    case "blocked":
      return <Hidden key="blocked" list="blocked" />;
    case "muted":
      return <Hidden key="muted" list="muted" />;
    default:
      return <General />;
  }
}

function General() {
  const me = useMe();
  return (
    <>
      <AppearanceChoice />
      <NotificationPreferences />
      <section className="setting" aria-labelledby="setting-account">
        <h2 id="setting-account">Account</h2>
        <p>Drafts on this device are dropped when you log out.</p>
        <Button onClick={() => void logOut()}>Log out</Button>
      </section>
      {me?.admin ? (
        <section className="setting" aria-labelledby="setting-server">
          <h2 id="setting-server">This server</h2>
          <Link to="/ops" className="button button-plain">
            How it is doing
          </Link>
        </section>
      ) : null}
    </>
  );
}
