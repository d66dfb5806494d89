import { useEffect } from "react";
import { Route } from "wouter";
import { useCell } from "./api/cell";
import { ComposeDialog } from "./compose/ComposeDialog";
import { composing } from "./compose/composer";
import { Keyboard } from "./keyboard/Keyboard";
import { useLiveStream } from "./live/live";
import { loadPages, Pages, memberRoutes, publicRoutes } from "./pages";
import { Shell } from "./shell/Shell";
import { HomePage } from "./timeline/HomePage";

/** The first page has the network for itself for so long. */
const HEAD_START = 3_000;

/** Roost for someone who is logged in. */
export function MemberApp() {
  useLiveStream();
  usePagesAhead();
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

function usePagesAhead(): void {
  useEffect(() => {
    const timer = setTimeout(loadPages, HEAD_START);
    return () => clearTimeout(timer);
  }, []);
}
