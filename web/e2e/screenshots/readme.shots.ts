import { expect, request } from "@playwright/test";
import { Api, logIn, test } from "../cast";
import { settled } from "../world";

const DEMO_PASSWORD = "roost-demo";
const look = { viewport: { width: 1280, height: 800 }, reducedMotion: "reduce" } as const;

/** A user of the demo world. */
async function demoUser(baseURL: string, name: string): Promise<Api> {
  const visitor = new Api(await request.newContext({ baseURL }));
  const { token } = await visitor.call<{ token: string }>("POST", "/sessions", { login: name, password: DEMO_PASSWORD });
  return new Api(await request.newContext({ baseURL, extraHTTPHeaders: { Authorization: `Bearer ${token}` } }));
}

/** The pictures in README: converted to WebP, they are in docs/images. */
test("README", async ({ visit, baseURL }) => {
  const user = (name: string) => demoUser(baseURL ?? "", name);
  const [grace, carol, dave, bob, heidi] = [await user("grace"), await user("carol"), await user("dave"), await user("bob"), await user("heidi")];
  const root = await grace.post("Saturn's rings tilt towards us all week. Bring a blanket, a flask, and somebody who owns a telescope. #astronomy");
  const room = await carol.post("Is there room for one more on the hill?", { reply_to_id: root });
  const always = await grace.post("Always. The gate is open from nine, and the dog is friendly.", { reply_to_id: room });
  await carol.post("Then I'll bring biscuits for both of you.", { reply_to_id: always });
  await dave.post("The last train back is at 23:48, platform two. I checked.", { reply_to_id: root });
  await heidi.post("The path up from the mill is dry, and signposted all the way.", { reply_to_id: root });
  for (const reader of [carol, dave, bob, heidi]) await reader.call("PUT", `/tweets/${root}/like`);

  const page = await visit("/login", look);
  await logIn(page.context(), "alice", DEMO_PASSWORD);
  await page.emulateMedia({ colorScheme: "dark" });
  await page.goto(`/tweet/${root}`);
  await settled(page);
  await page.screenshot({ path: "screenshots/readme-conversation-dark.png" });

  await page.emulateMedia({ colorScheme: "light" });
  await page.goto("/");
  await settled(page);
  await page.mouse.wheel(0, 300);
  await carol.post("My whole weekend, decided in one sentence.", { quote_of_id: root });
  await bob.post("The dinghy leaks. I am told this builds character.");
  await expect(page.getByRole("button", { name: /2 new tweets/ })).toBeVisible();
  await page.mouse.wheel(0, -300);
  await page.waitForTimeout(500);
  await page.screenshot({ path: "screenshots/readme-home-light.png" });
});
