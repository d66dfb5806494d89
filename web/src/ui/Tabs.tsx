import type { ReactNode } from "react";
import { Link } from "./Link";
import { navigate, usePath } from "./navigation";
import "./Tabs.css";

interface TabsProps {
  label: string;
  /** Whether a tab is selected follows from its path, unless that is the same for all. */
  tabs: readonly { to: string; label: string; isHere?: boolean }[];
  /** The selected part. */
  children: ReactNode;
}

/** Links to the parts of a page, each with its own URL, and the selected part. */
export function Tabs({ label, tabs, children }: TabsProps) {
  const path = usePath();
  return (
    <>
      <nav className="tabs" aria-label={label}>
        {tabs.map((tab) => (
          <Link
            key={tab.to}
            to={tab.to}
            className="tab"
            aria-current={(tab.isHere ?? sameAddress(path, tab.to)) ? "page" : undefined}
            onClick={(event) => {
              event.preventDefault();
              navigate(tab.to, { beside: true });
            }}
          >
            {tab.label}
          </Link>
        ))}
      </nav>
      <div className="tab-content">{children}</div>
    </>
  );
}

/** Usernames are case-insensitive. */
function sameAddress(a: string, b: string): boolean {
  return a.replace(/\/$/, "").toLowerCase() === b.toLowerCase();
}
