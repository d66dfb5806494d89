import type { ReactNode } from "react";
import { Link } from "./Link";
import { navigate, usePath } from "./navigation";
import "./Tabs.css";

interface TabsProps {
  label: string;
  tabs: readonly { to: string; label: string }[];
  /** The part that is shown. */
  children: ReactNode;
}

/** Links to the parts of a page, each of which has an address of its own, and one of the parts. */
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
            aria-current={sameAddress(path, tab.to) ? "page" : undefined}
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

/** Names are the same in any case. */
function sameAddress(a: string, b: string): boolean {
  return a.replace(/\/$/, "").toLowerCase() === b.toLowerCase();
}
