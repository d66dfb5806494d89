import type { ReactNode } from "react";
import { ButtonLink } from "../ui/Button";
import { Link } from "../ui/Link";
import { SearchIcon } from "../ui/icons";
import { usePath } from "../ui/navigation";
import { paths, patterns } from "../ui/paths";
import { useHasLatest } from "../data/latest";
import { useSearchKey } from "../keyboard/useSearchKey";
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
  useSearchKey();
  const path = usePath();
  return (
    <div className="visitor">
      <SkipLink />
      <header className="visitor-bar">
        <Wordmark />
        <nav className="visitor-nav" aria-label="Account">
          <Link to={paths.search()} className="icon-button" aria-label="Search" title="Search">
            <SearchIcon />
          </Link>
          <LatestLink />
          {isLogIn(path) ? null : (
            <ButtonLink to={paths.logIn} look="quiet">
              Log in
            </ButtonLink>
          )}
          {isSignUp(path) ? null : (
            <ButtonLink to={paths.signUp} look="primary">
              Sign up
            </ButtonLink>
          )}
        </nav>
      </header>
      <main id="main" className={frameOf(path)} tabIndex={-1}>
        {children}
      </main>
    </div>
  );
}

const isSignUp = (path: string) => path.replace(/\/$/, "") === paths.signUp;

/** Pages that require a session show the log-in instead. */
const isLogIn = (path: string) => patterns.members.test(path);

function frameOf(path: string): string {
  if (path === paths.home) return "visitor-landing";
  return isSignUp(path) || isLogIn(path) ? "visitor-card" : "page visitor-page";
}

function LatestLink() {
  if (!useHasLatest()) return null;
  return (
    <ButtonLink to={paths.latest} look="quiet" className="visitor-latest">
      Latest
    </ButtonLink>
  );
}
