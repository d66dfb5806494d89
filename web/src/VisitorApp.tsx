import { lazy } from "react";
import { Route } from "wouter";
import { Pages, publicRoutes } from "./pages";
import { VisitorShell } from "./shell/VisitorShell";

const LandingPage = lazy(() => import("./session/LandingPage"));
const LogInPage = lazy(() => import("./session/LogInPage"));
const SignUpPage = lazy(() => import("./session/SignUpPage"));

/** Roost for someone who is not logged in. Pages that need an account lead to the log-in. */
export function VisitorApp() {
  return (
    <VisitorShell>
      <Pages>
        <Route path="/" component={LandingPage} />
        <Route path="/signup" component={SignUpPage} />
        {publicRoutes}
        <Route path="/:anywhere*" component={LogInPage} />
      </Pages>
    </VisitorShell>
  );
}
