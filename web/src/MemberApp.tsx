import { lazy, Suspense, useEffect, useState } from "react";
import { Route } from "wouter";
import { useCell } from "./api/cell";
import { paths } from "./ui/paths";
import { composing } from "./data/composer";
import { editing } from "./data/edits";
import { keepPage, restorePage } from "./data/keptPage";
import { listing } from "./data/lists";
import { currentUser } from "./data/me";
import { writing } from "./data/newMessage";
import { hasStoredPending } from "./data/pendingMessages";
import { reporting } from "./data/reporting";
import { installServiceWorker } from "./data/serviceWorker";
import { explained } from "./data/why";
import { useImpressions } from "./impression/useImpressions";
import { ComposeDialog } from "./compose/ComposeDialog";
import { useLiveStream } from "./live/live";
import { Keyboard } from "./keyboard/Keyboard";
import { HomePage } from "./pages/HomePage";
import { loadPages, Pages, memberRoutes, publicRoutes } from "./pages/routes";
import { Shell } from "./shell/Shell";

const AddToListsDialog = lazy(() => import("./list/AddToListsDialog"));
const EditDialog = lazy(() => import("./compose/EditDialog"));
const ReportDialog = lazy(() => import("./moderation/ReportDialog"));
const WhyDialog = lazy(() => import("./timeline/WhyDialog"));
const NewMessageDialog = lazy(() => import("./message/NewMessageDialog"));

/** The first page has the network to itself for this time. */
const HEAD_START = 3_000;

/** The client for a logged-in user. */
export function MemberApp() {
  useState(restorePage);
  useLiveStream();
  useImpressions();
  usePagesAhead();
  useKeeping();
  useUnsent();
  const target = useCell(composing);
  return (
    <>
      <Shell>
        <Pages>
          <Route path={paths.home} component={HomePage} />
          {memberRoutes}
          {publicRoutes}
        </Pages>
      </Shell>
      <Keyboard />
      {target ? <ComposeDialog target={target} /> : null}
      <NewMessage />
      <AddToLists />
      <Why />
      <Edit />
      <Report />
    </>
  );
}

/** Where the user chooses whom to write to, while it is open. */
function NewMessage() {
  const begun = useCell(writing);
  if (begun === undefined) return null;
  return (
    <Suspense fallback={null}>
      <NewMessageDialog myId={currentUser()?.id ?? ""} tweetId={begun.tweetId} />
    </Suspense>
  );
}

/** Where the user adds another to lists, while it is open. */
function AddToLists() {
  const user = useCell(listing);
  if (user === undefined) return null;
  return (
    <Suspense fallback={null}>
      <AddToListsDialog user={user} />
    </Suspense>
  );
}

/** Why a tweet is on the home timeline, while the user asks. */
function Why() {
  const id = useCell(explained);
  if (id === undefined) return null;
  return (
    <Suspense fallback={null}>
      <WhyDialog id={id} />
    </Suspense>
  );
}

/** The tweet that the user is editing. */
function Edit() {
  const id = useCell(editing);
  if (id === undefined) return null;
  return (
    <Suspense fallback={null}>
      <EditDialog key={id} id={id} />
    </Suspense>
  );
}

/** What the user is about to report. */
function Report() {
  const target = useCell(reporting);
  if (target === undefined) return null;
  return (
    <Suspense fallback={null}>
      <ReportDialog target={target} />
    </Suspense>
  );
}

/** Sends messages that an earlier visit could not send. */
function useUnsent(): void {
  useEffect(() => {
    if (!hasStoredPending()) return;
    void import("./message/sending").then(({ resumeSending }) => resumeSending()).catch(() => undefined);
  }, []);
}

function useKeeping(): void {
  useEffect(() => {
    window.addEventListener("pagehide", keepPage);
    return () => window.removeEventListener("pagehide", keepPage);
  }, []);
}

function usePagesAhead(): void {
  useEffect(() => {
    const timer = setTimeout(() => {
      loadPages();
      installServiceWorker();
    }, HEAD_START);
    return () => clearTimeout(timer);
  }, []);
}
