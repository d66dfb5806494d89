import { Route } from "wouter";
import { useCell } from "./api/cell";
import { ComposeDialog } from "./compose/ComposeDialog";
import { composing } from "./compose/composer";
import { Keyboard } from "./keyboard/Keyboard";
import { useLiveStream } from "./live/live";
import { Pages, memberRoutes, publicRoutes } from "./pages";
import { Shell } from "./shell/Shell";
import { HomePage } from "./timeline/HomePage";

/** Roost for someone who is logged in. */
export function MemberApp() {
  useLiveStream();
  const target = useCell(composing);
  return (
    <>
      <Shell>
        <Pages>
          <Route path="/" component={HomePage} />
          {memberRoutes}
          {publicRoutes}
        </Pages>
      </Shell>
      <Keyboard />
      {target ? <ComposeDialog target={target} /> : null}
    </>
  );
}
