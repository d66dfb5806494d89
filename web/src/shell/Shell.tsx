import type { ReactNode } from "react";
import { FeatherIcon } from "../ui/icons";
import { openComposer } from "../data/composer";
import { Announcer } from "../live/Announcer";
import { Connection } from "../live/Connection";
import { AccountNotices } from "../moderation/AccountNotices";
import { Aside } from "./Aside";
import { Navigation } from "./Navigation";
import { SkipLink } from "./SkipLink";
import { useOpenOnClick } from "./useOpenOnClick";
import { usePageStart } from "./usePageStart";
import "./Page.css";
import "./Shell.css";

/** The frame around every page of a member: navigation, connection status and the column beside the page. */
export function Shell({ children }: { children: ReactNode }) {
  usePageStart();
  useOpenOnClick();
  return (
    <div className="shell">
      <SkipLink />
      <Navigation />
      <main id="main" className="page" tabIndex={-1}>
        <Connection />
        <AccountNotices />
        {children}
      </main>
      <Aside />
      <button type="button" className="compose-button" aria-label="New tweet" onClick={() => openComposer()}>
        <FeatherIcon />
      </button>
      <Announcer />
    </div>
  );
}
