import { lazy } from "react";
import { Route } from "wouter";
import { Pages, publicRoutes } from "./pages";
import { useWantedPage } from "./session/wanted";
import { VisitorShell } from "./shell/VisitorShell";

const LandingPage = lazy(() => import("./session/LandingPage"));
const LogInPage = lazy(() => import("./session/LogInPage"));
const SignUpPage = lazy(() => import("./session/SignUpPage"));

const needsAccount = /^\/(login|notifications|bookmarks|settings|search|ops)(\/.*)?$/;

/** Roost for someone who is not logged in. Pages that need an account lead to the log-in. */
export function VisitorApp() {
  useWantedPage();
  return (
    <VisitorShell>
      <Pages>
        <Route path="/" component={LandingPage} />
        <Route path="/signup" component={SignUpPage} />
        {publicRoutes}
        <Route path={needsAccount} component={LogInPage} />
      </Pages>
    </VisitorShell>
  );
}
