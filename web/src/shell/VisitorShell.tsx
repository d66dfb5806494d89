import type { ReactNode } from "react";
import { Link } from "../ui/Link";
import { Mark } from "../ui/Mark";
import { usePath } from "../ui/navigation";
import { SkipLink } from "./SkipLink";
import { useOpenOnClick } from "./useOpenOnClick";
import { usePageStart } from "./usePageStart";

/** What stands around the pages that visitors see. */
export function VisitorShell({ children }: { children: ReactNode }) {
  usePageStart();
  useOpenOnClick();
  const landing = usePath() === "/";
  return (
    <div className="visitor">
      <SkipLink />
      <header className="visitor-bar">
        <Link to="/" className="wordmark">
          <Mark />
          <span>Roost</span>
        </Link>
        <nav className="visitor-nav" aria-label="Account">
          <Link to="/login" className="button button-quiet">
            Log in
          </Link>
          <Link to="/signup" className="button button-primary">
            Sign up
          </Link>
        </nav>
      </header>
      <main id="main" className={landing ? "visitor-landing" : "page visitor-page"} tabIndex={-1}>
        {children}
      </main>
    </div>
  );
}
