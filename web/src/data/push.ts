import { useQuery } from "@tanstack/react-query";
import { answer, api } from "../api/client";
import { queries } from "../api/queries";
import { unreadCount } from "./notifications";
import { hasServiceWorker } from "./serviceWorker";

/** What this browser does with pushes: `denied` if its user, or whoever manages it, does not allow them. */
export type PushState = "unsupported" | "denied" | "off" | "on";

const key = ["push"];
const ENDPOINT = "/api/roost/v1/push-subscriptions";

/** How long a log-out waits for the browser to forget its subscription; the server has forgotten it anyway. */
const PATIENCE = 1_000;

const isSupported = () => hasServiceWorker() && "PushManager" in window && "Notification" in window;

/** Whether pushes arrive in this browser; undefined until that is known. */
export function usePushState(wanted: boolean) {
  return useQuery({ queryKey: key, queryFn: findState, enabled: wanted, staleTime: 0 });
}

async function findState(): Promise<PushState> {
  if (!isSupported()) return "unsupported";
  if (Notification.permission === "denied") return "denied";
  const [here, listed] = await Promise.all([subscription(), answer(api.GET(ENDPOINT))]);
  return here !== null && listed.data.some(({ current }) => current) ? "on" : "off";
}

async function subscription(): Promise<PushSubscription | null> {
  const registration = await navigator.serviceWorker.getRegistration();
  return registration === undefined ? null : registration.pushManager.getSubscription();
}

/** Asks for permission, and subscribes this browser. */
export async function turnPushOn(publicKey: string): Promise<PushState> {
  const permission = await Notification.requestPermission();
  if (permission === "granted") {
    const { pushManager } = await navigator.serviceWorker.ready;
    // One that was made for another key, or for another user, would not do.
    await (await pushManager.getSubscription())?.unsubscribe();
    const made = (await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: publicKey })).toJSON();
    const { p256dh = "", auth = "" } = made.keys ?? {};
    await answer(api.POST(ENDPOINT, { body: { endpoint: made.endpoint ?? "", keys: { p256dh, auth } } }));
  }
  return tell(permission === "granted" ? "on" : permission === "denied" ? "denied" : "off");
}

export async function turnPushOff(): Promise<void> {
  const { data } = await answer(api.GET(ENDPOINT));
  const current = data.find((each) => each.current);
  if (current !== undefined) await answer(api.DELETE(`${ENDPOINT}/{id}`, { params: { path: { id: current.id } } }));
  await forgetPush();
  tell("off");
}

function tell(state: PushState): PushState {
  queries.setQueryData<PushState>(key, state);
  return state;
}

/** Nothing of a user who logs out arrives or stays in this browser. Never fails, and takes a second at most. */
export async function forgetPush(): Promise<void> {
  if (!isSupported()) return;
  const forget = async () => {
    await (await subscription())?.unsubscribe();
    await closeShown(() => true);
    await badge(0);
  };
  await Promise.race([forget().catch(() => undefined), new Promise((resolve) => setTimeout(resolve, PATIENCE))]);
}

async function closeShown(isClosed: (tag: string) => boolean): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration();
  for (const shown of (await registration?.getNotifications()) ?? []) if (isClosed(shown.tag)) shown.close();
}

/** The icon of the installed client has the number of unread notifications. When all are read, none is shown any more. */
async function showCount(count: number): Promise<void> {
  await badge(count);
  if (count === 0 && isSupported()) await closeShown((tag) => tag.startsWith("n"));
}

/** Not all browsers have badges; 0 removes it. */
async function badge(count: number): Promise<void> {
  if ("setAppBadge" in navigator) await navigator.setAppBadge(count);
}

unreadCount.subscribe(() => void showCount(unreadCount.get()).catch(() => undefined));
