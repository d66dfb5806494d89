import type { ReactNode } from "react";
import { ButtonLink } from "../ui/Button";
import { usePath } from "../ui/navigation";
import { paths } from "../ui/paths";
import { SkipLink } from "./SkipLink";
import { Wordmark } from "./Wordmark";
import { useOpenOnClick } from "./useOpenOnClick";
import { usePageStart } from "./usePageStart";
import "./Page.css";
import "./VisitorShell.css";

/** The frame around the pages of visitors. */
export function VisitorShell({ children }: { children: ReactNode }) {
  usePageStart();
  useOpenOnClick();
  const landing = usePath() === paths.home;
  return (
    <div className="visitor">
      <SkipLink />
      <header className="visitor-bar">
        <Wordmark />
        <nav className="visitor-nav" aria-label="Account">
          <ButtonLink to={paths.logIn} look="quiet">
            Log in
          </ButtonLink>
          <ButtonLink to={paths.signUp} look="primary">
            Sign up
          </ButtonLink>
        </nav>
      </header>
      <main id="main" className={landing ? "visitor-landing" : "page visitor-page"} tabIndex={-1}>
        {children}
      </main>
    </div>
  );
}
