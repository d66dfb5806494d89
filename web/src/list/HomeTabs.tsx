import type { ReactNode } from "react";
import { Tabs } from "../ui/Tabs";
import { paths } from "../ui/paths";
import { usePinnedLists } from "../data/lists";

/** Home and the lists that are pinned to it, once there are any. */
export function HomeTabs({ children }: { children: ReactNode }) {
  const pinned = usePinnedLists();
  if (pinned.length === 0) return <>{children}</>;
  const tabs = [{ to: paths.home, label: "Following" }, ...pinned.map(({ id, name }) => ({ to: paths.list(id), label: name }))];
  return (
    <Tabs label="Timelines" tabs={tabs}>
      {children}
    </Tabs>
  );
}
