import { Link } from "./Link";
import { usePath } from "./navigation";

interface TabsProps {
  label: string;
  tabs: readonly { to: string; label: string }[];
}

/** Links to the parts of a page, each of which has an address of its own. */
export function Tabs({ label, tabs }: TabsProps) {
  const path = usePath();
  return (
    <nav className="tabs" aria-label={label}>
      {tabs.map((tab) => (
        <Link key={tab.to} to={tab.to} className="tab" aria-current={sameAddress(path, tab.to) ? "page" : undefined}>
          {tab.label}
        </Link>
      ))}
    </nav>
  );
}

/** Names are the same in any case. */
function sameAddress(a: string, b: string): boolean {
  return a.replace(/\/$/, "").toLowerCase() === b.toLowerCase();
}
