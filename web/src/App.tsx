import { Confirm } from "./ui/Confirm";
import { Failure } from "./ui/Failure";
import { Mark } from "./ui/Mark";
import { Toasts } from "./ui/Toasts";
import { useMeQuery } from "./data/me";
import { useOfferCheck } from "./data/offering";
import { HistoryHost } from "./tweet/HistoryHost";
import { ViewerHost } from "./media/ViewerHost";
import { MemberApp } from "./MemberApp";
import { VisitorApp } from "./VisitorApp";
import "./App.css";

/** The whole client. */
export function App() {
  useOfferCheck();
  return (
    <>
      <MemberOrVisitor />
      <ViewerHost />
      <HistoryHost />
      <Confirm />
      <Toasts />
    </>
  );
}

function MemberOrVisitor() {
  const { data: me, isPending, error, refetch } = useMeQuery();
  if (isPending) return <Splash />;
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  return me === null ? <VisitorApp /> : <MemberApp />;
}

function Splash() {
  return (
    <div className="splash" role="status">
      <Mark />
      <span className="only-spoken">Loading Roost</span>
    </div>
  );
}
