import { Button, ButtonLink } from "../ui/Button";
import { paths } from "../ui/paths";
import { useMe } from "../data/me";
import { logOut } from "../session/session";
import "./setting.css";

/** The way to one's own analytics. */
export function AnalyticsSection() {
  return (
    <section className="setting" aria-labelledby="setting-analytics">
      <h2 id="setting-analytics">Analytics</h2>
      <p>How often your tweets are seen, and what people do with them. Only you can see it.</p>
      <ButtonLink to={paths.analytics()}>Your analytics</ButtonLink>
    </section>
  );
}

/** Ends the session of this device. */
export function LogOutSection() {
  return (
    <section className="setting" aria-labelledby="setting-log-out">
      <h2 id="setting-log-out">Log out</h2>
      <p>Logging out deletes drafts, unsent messages and recent searches on this device.</p>
      <Button onClick={() => void logOut()}>Log out</Button>
    </section>
  );
}

/** What only operators see. */
export function ServerSection() {
  const me = useMe();
  if (!me?.admin) return null;
  return (
    <section className="setting" aria-labelledby="setting-server">
      <h2 id="setting-server">This server</h2>
      <ButtonLink to={paths.ops}>Server status</ButtonLink>
    </section>
  );
}
