import { expect, type Page } from "@playwright/test";
import { test } from "./cast";

/** What a browser subscribes with; the push services of browsers cannot be reached from tests. */
const subscription = {
  endpoint: "https://push.example.net/abc",
  keys: {
    p256dh: "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
    auth: "BTBZMqHH6r4Tts7J_aSIgg",
  },
};

/** A push manager that needs no push service. */
function pretend(made: typeof subscription): void {
  const KEY = "test.subscribed";
  const subscribed = () => ({
    toJSON: () => ({ ...made, endpoint: localStorage.getItem(KEY) ?? made.endpoint }),
    unsubscribe: () => {
      localStorage.removeItem(KEY);
      return Promise.resolve(true);
    },
  });
  Object.assign(PushManager.prototype, {
    subscribe: () => {
      localStorage.setItem(KEY, `${made.endpoint}/${Math.random()}`);
      return Promise.resolve(subscribed());
    },
    getSubscription: () => Promise.resolve(localStorage.getItem(KEY) === null ? null : subscribed()),
  });
}

const subscriptions = (page: Page) => page.evaluate(async () => ((await (await fetch("/api/roost/v1/push-subscriptions")).json()) as { data: object[] }).data.length);
const shown = (page: Page) =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    return (await registration.getNotifications()).map(({ title, body, tag }) => ({ title, body, tag }));
  });

test("a push that reaches the service worker is shown, grouped, and opens its page", async ({ open, alice }) => {
  const id = await alice.api.post("A nest of my own");
  const page = await open(alice, "about:blank");
  await page.context().grantPermissions(["notifications"]);
  await page.addInitScript(pretend, subscription);
  const devTools = await page.context().newCDPSession(page);
  let registrationId = "";
  devTools.on("ServiceWorker.workerRegistrationUpdated", ({ registrations }) => {
    registrationId = registrations.find(({ isDeleted }) => !isDeleted)?.registrationId ?? registrationId;
  });
  await devTools.send("ServiceWorker.enable");
  await page.goto("/settings/notifications");

  const here = page.getByRole("switch", { name: /^Notify this device/ });
  await expect(here).not.toBeChecked();
  await expect(page.getByRole("switch", { name: "Likes", exact: true })).toHaveCount(0);
  await here.check();
  await expect(page.getByRole("switch", { name: "Likes", exact: true })).toBeChecked();
  expect(await subscriptions(page)).toBe(1);
  await page.reload();
  await expect(here).toBeChecked();

  await expect.poll(() => registrationId).not.toBe("");
  const deliver = async (title: string) => {
    const data = JSON.stringify({ type: "like", title, body: "A nest of my own", path: `/tweet/${id}`, tag: "n1", unread: 1, at: "2026-11-20T09:12:31.004Z" });
    await devTools.send("ServiceWorker.deliverPushMessage", { origin: new URL(page.url()).origin, registrationId, data });
  };
  await deliver("Bob liked your tweet");
  await expect.poll(() => shown(page)).toEqual([{ title: "Bob liked your tweet", body: "A nest of my own", tag: "n1" }]);
  await deliver("Bob and Carol liked your tweet");
  await expect.poll(() => shown(page)).toEqual([{ title: "Bob and Carol liked your tweet", body: "A nest of my own", tag: "n1" }]);

  const [worker] = page.context().serviceWorkers();
  await worker?.evaluate(async () => {
    const scope = globalThis as unknown as { registration: ServiceWorkerRegistration; dispatchEvent: (event: Event) => void };
    const [notification] = await scope.registration.getNotifications();
    scope.dispatchEvent(Object.assign(new Event("notificationclick"), { notification, waitUntil: () => undefined }));
  });
  await expect.poll(() => shown(page)).toEqual([]);
});

test("push preferences are kept; turning push off and logging out end the subscription", async ({ open, alice }) => {
  const page = await open(alice, "about:blank", { viewport: { width: 360, height: 740 } });
  await page.context().grantPermissions(["notifications"]);
  await page.addInitScript(pretend, subscription);
  await page.goto("/settings/notifications");
  const here = page.getByRole("switch", { name: /^Notify this device/ });
  await here.check();
  await page.getByRole("switch", { name: "Likes", exact: true }).uncheck();
  await page.getByRole("switch", { name: /^Quiet hours/ }).check();
  await page.getByLabel("From", { exact: true }).fill("23:30");
  await expect
    .poll(() => alice.api.call("GET", "/users/me/preferences"))
    .toMatchObject({ push: { like: false, mention: true, message_text: false, quiet_hours: { enabled: true, from: "23:30", to: "07:00" } } });
  await page.reload();
  await expect(page.getByLabel("From", { exact: true })).toHaveValue("23:30");
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);

  await here.uncheck();
  await expect.poll(() => subscriptions(page)).toBe(0);
  await here.check();
  await expect.poll(() => subscriptions(page)).toBe(1);
  await page.goto("/settings/account");
  await page.getByRole("button", { name: "Log out" }).click();
  await expect(page.getByRole("link", { name: "Create account" })).toBeVisible();
  expect(await page.evaluate(() => localStorage.getItem("test.subscribed"))).toBeNull();
  expect(await alice.api.call<object[]>("GET", "/push-subscriptions")).toEqual([]);
});

test("a browser that denies notifications is told so", async ({ open, alice }) => {
  const page = await open(alice, "about:blank");
  await page.addInitScript(() => Object.defineProperty(Notification, "permission", { value: "denied" }));
  await page.goto("/settings/notifications");
  await expect(page.getByText("This browser blocks notifications from Roost.")).toBeVisible();
  await expect(page.getByRole("switch", { name: /^Notify this device/ })).toBeDisabled();
});
