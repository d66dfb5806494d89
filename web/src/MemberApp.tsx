import { lazy, Suspense } from "react";
import { Route } from "wouter";
import { useCell } from "./api/cell";
import { composing } from "./compose/composer";
import { Keyboard } from "./keyboard/Keyboard";
import { useLiveStream } from "./live/live";
import { Pages, memberRoutes, publicRoutes } from "./pages";
import { Shell } from "./shell/Shell";
import { HomePage } from "./timeline/HomePage";

const ComposeDialog = lazy(() => import("./compose/ComposeDialog"));

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
      {target ? (
        <Suspense fallback={null}>
          <ComposeDialog target={target} />
        </Suspense>
      ) : null}
    </>
  );
}
