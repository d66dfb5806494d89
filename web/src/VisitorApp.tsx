import { lazy } from "react";
import { Route } from "wouter";
import { usePath } from "./ui/navigation";
import { paths, patterns } from "./ui/paths";
import { takeEnded } from "./session/ended";
import { useWantedPage } from "./session/wanted";
import { Pages, publicRoutes } from "./pages/routes";
import { VisitorShell } from "./shell/VisitorShell";

const LandingPage = lazy(() => import("./pages/LandingPage"));
const LogInPage = lazy(() => import("./pages/LogInPage"));
const SignUpPage = lazy(() => import("./pages/SignUpPage"));

const endedAt = takeEnded();

/** The client for a visitor. Pages that require a session lead to the log-in, as does the one on which the session ended. */
export function VisitorApp() {
  useWantedPage();
  const hasEnded = usePath() === endedAt;
  return (
    <VisitorShell>
      <Pages>
        {hasEnded ? <Route component={LoggedOutPage} /> : null}
        <Route path={paths.home} component={LandingPage} />
        <Route path={paths.signUp} component={SignUpPage} />
        {publicRoutes}
        <Route path={patterns.members} component={LogInPage} />
      </Pages>
    </VisitorShell>
  );
}

function LoggedOutPage() {
  return (
    <>
      <p className="logged-out" role="status">
        You have been logged out. Log in to go on.
      </p>
      <LogInPage />
    </>
  );
}
