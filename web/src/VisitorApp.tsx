import { lazy } from "react";
import { Route } from "wouter";
import { paths, patterns } from "./ui/paths";
import { useWantedPage } from "./session/wanted";
import { Pages, publicRoutes } from "./pages/routes";
import { VisitorShell } from "./shell/VisitorShell";

const LandingPage = lazy(() => import("./pages/LandingPage"));
const LogInPage = lazy(() => import("./pages/LogInPage"));
const SignUpPage = lazy(() => import("./pages/SignUpPage"));

/** The client for a visitor. Pages that require a session lead to the log-in. */
export function VisitorApp() {
  useWantedPage();
  return (
    <VisitorShell>
      <Pages>
        <Route path={paths.home} component={LandingPage} />
        <Route path={paths.signUp} component={SignUpPage} />
        {publicRoutes}
        <Route path={patterns.members} component={LogInPage} />
      </Pages>
    </VisitorShell>
  );
}
