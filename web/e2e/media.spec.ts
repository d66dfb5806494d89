import { expect, type Locator, type Page } from "@playwright/test";
import { expectAccessible } from "./axe";
import { test, tweetOf } from "./cast";
import { clip, fourPictures, one, type TestFile } from "./pictures";

/** Chooses files in a composer; without another one, in that of the page. */
async function choose(place: Page | Locator, files: readonly TestFile[]): Promise<void> {
  await place.locator(".composer input[type=file]").first().setInputFiles([...files]);
}

/** Describes the first file that has no description yet. */
async function describe(page: Page, text: string, place: Page | Locator = page): Promise<void> {
  await place.getByRole("button", { name: /^Add description/ }).first().click();
  const dialog = page.getByRole("dialog", { name: "Description" });
  await dialog.getByLabel("What does it show?").fill(text);
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toBeHidden();
}

const post = (page: Page) => page.getByRole("button", { name: "Post", exact: true }).click();
const attachments = (page: Page) => page.getByRole("list", { name: "Attached files" }).getByRole("listitem");

test("four described pictures are posted, and another browser sees them live", async ({ open, alice, bob }) => {
  await bob.api.follow(alice);
  const reader = await open(bob);
  await expect(reader.getByRole("heading", { level: 1, name: "Home" })).toBeVisible();
  const page = await open(alice);
  await choose(page, fourPictures);
  await expect(attachments(page)).toHaveCount(4);
  await page.getByLabel("What's on your mind?").fill("Four views.");
  for (const text of ["Dawn.", "Moss.", "Sky.", "A plum."]) await describe(page, text);
  await page.getByRole("button", { name: "Move picture 4 earlier" }).click();
  await expect(page.getByRole("button", { name: "Move picture 3 earlier" })).toBeFocused();
  await post(page);
  await expect(tweetOf(page, "Four views.").locator(".media-cell")).toHaveCount(4);
  await expect(attachments(page)).toHaveCount(0);

  await reader.getByRole("button", { name: "Show 1 new tweet" }).click();
  const tweet = tweetOf(reader, "Four views.");
  const alts = await tweet.locator(".media-cell img").evaluateAll((all) => all.map((each) => (each as HTMLImageElement).alt));
  expect(alts).toEqual(["Dawn.", "Moss.", "A plum.", "Sky."]);
  await expect.poll(() => tweet.locator(".media-cell img").evaluateAll((all) => all.every((each) => (each as HTMLImageElement).naturalWidth > 0))).toBe(true);
});

test("the author chooses what stays in sight when a picture is cropped", async ({ open, alice }) => {
  const page = await open(alice);
  await choose(page, [fourPictures[1] ?? one, one]);
  await page.getByLabel("What's on your mind?").fill("Cropped.");
  await page.getByRole("button", { name: "Add description of picture 1" }).click();
  const dialog = page.getByRole("dialog", { name: "Description" });
  await dialog.getByLabel("What does it show?").fill("Moss.");
  const area = dialog.getByRole("button", { name: /^Focus point/ });
  await expect(area).toHaveAccessibleDescription("50 % from the left, 50 % from the top");
  const box = await area.boundingBox();
  if (box === null) throw new Error("The picture is not visible.");
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 4, box.y + box.height / 10);
  await page.mouse.up();
  await expect(area).toHaveAccessibleDescription("25 % from the left, 10 % from the top");
  await area.press("ArrowUp");
  await area.press("ArrowLeft");
  await expect(area).toHaveAccessibleDescription("20 % from the left, 5 % from the top");
  await expectAccessible(page, "the focus point");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toBeHidden();
  await describe(page, "A wall.");
  await post(page);
  const shown = tweetOf(page, "Cropped.").getByRole("img", { name: "Moss." });
  await expect(shown).toHaveCSS("object-position", "20% 5%");
});

test("writing goes on while a picture is processed, and a draft keeps it", async ({ open, alice }) => {
  const page = await open(alice);
  await choose(page, [one]);
  await page.getByLabel("What's on your mind?").fill("To be continued");
  await expect(page.locator(".attachment-ready")).toHaveCount(1);
  await page.reload();
  await expect(attachments(page)).toHaveCount(1);
  await expect(page.getByLabel("What's on your mind?")).toHaveValue("To be continued");
  await describe(page, "An orange wall.");
  await post(page);
  await expect(tweetOf(page, "To be continued").getByRole("button", { name: "An orange wall." })).toBeVisible();
});

/** Uploads to the server itself, or to an object storage. */
const fileUploads = /uploads\/\d+\?/;

test("a tweet waits for its picture, and the next one can be written meanwhile", async ({ open, alice }) => {
  const page = await open(alice);
  let release: () => void = () => undefined;
  const waiting = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(fileUploads, async (route) => {
    await waiting;
    await route.continue();
  });
  const field = page.getByLabel("What's on your mind?");
  await field.fill("It comes.");
  await choose(page, [one]);
  await describe(page, "A wall.");
  await post(page);
  await expect(page.getByText(/^Uploading picture/)).toBeVisible();
  await expect(field).toHaveValue("");
  await field.fill("The next");
  release();
  await expect(tweetOf(page, "It comes.").getByRole("button", { name: "A wall." })).toBeVisible();
  await expect(field).toHaveValue("The next");
});

test("a picture can be posted without text, after a reminder to describe it", async ({ open, alice }) => {
  const page = await open(alice);
  await choose(page, [one]);
  await post(page);
  const question = page.getByRole("dialog", { name: "Post without a description?" });
  await question.getByRole("button", { name: "Add description" }).click();
  await expect(attachments(page)).toHaveCount(1);
  await post(page);
  await question.getByRole("button", { name: "Post anyway" }).click();
  await expect(page.locator("article[data-tweet]").getByRole("button", { name: /^Picture 1 of 1/ })).toBeVisible();
});

test("an upload can be cancelled, and one that fails tried again", async ({ open, alice }) => {
  const page = await open(alice);
  let answer: "hang" | "fail" | "work" = "hang";
  await page.route(fileUploads, async (route) => {
    if (answer === "fail") await route.abort();
    else if (answer === "work") await route.continue();
  });
  const removed = page.waitForRequest((request) => request.method() === "DELETE" && request.url().includes("/media/"));
  await choose(page, [one]);
  await page.getByRole("button", { name: "Cancel picture 1" }).click();
  await removed;
  await expect(attachments(page)).toHaveCount(0);

  answer = "fail";
  await choose(page, [one]);
  await expect(page.getByText("Upload failed.")).toBeVisible();
  answer = "work";
  await page.getByRole("button", { name: "Try again" }).click();
  await describe(page, "A wall.");
  await post(page);
  await expect(page.getByRole("button", { name: "A wall.", exact: true })).toBeVisible();
});

test("files that a tweet cannot have are rejected, with the reason", async ({ open, alice }) => {
  const page = await open(alice);
  await choose(page, [{ name: "notes.txt", mimeType: "text/plain", buffer: Buffer.from("Hello") }]);
  await expect(page.getByText("Not a supported file: notes.txt.")).toBeVisible();
  await choose(page, [...fourPictures, one]);
  await expect(page.getByText("You can add 4 pictures")).toBeVisible();
  await expect(attachments(page)).toHaveCount(4);
});

test("a damaged file says so, and is not posted", async ({ open, alice }) => {
  const page = await open(alice);
  await choose(page, [{ ...one, buffer: one.buffer.subarray(0, 60) }]);
  await expect(page.locator(".attachment-problem")).not.toBeEmpty();
  await post(page);
  await expect(page.getByText("A file could not be uploaded.")).toBeVisible();
  await page.getByRole("button", { name: "Remove picture 1" }).click();
  await expect(attachments(page)).toHaveCount(0);
});

test("files are pasted and dropped", async ({ open, alice }) => {
  const page = await open(alice);
  const field = page.getByLabel("What's on your mind?");
  const give = (type: "paste" | "drop", name: string) =>
    field.evaluate(
      (element, { type, name, content }) => {
        const data = new DataTransfer();
        data.items.add(new File([Uint8Array.from(content)], name, { type: "image/png" }));
        const init = { bubbles: true, cancelable: true };
        element.dispatchEvent(
          type === "paste" ? new ClipboardEvent("paste", { ...init, clipboardData: data }) : new DragEvent("drop", { ...init, dataTransfer: data }),
        );
      },
      { type, name, content: [...one.buffer] },
    );
  await give("paste", "pasted.png");
  await expect(attachments(page)).toHaveCount(1);
  await give("drop", "dropped.png");
  await expect(attachments(page)).toHaveCount(2);
});

test("a content warning is written above the text", async ({ open, alice, bob }) => {
  const page = await open(alice);
  await page.getByRole("button", { name: "Content warning" }).click();
  const field = page.getByRole("textbox", { name: "Content warning" });
  await expect(field).toBeFocused();
  await field.fill("Food");
  await page.getByLabel("What's on your mind?").fill("Soup, again.");
  await post(page);
  await expect(tweetOf(page, "Food")).toBeVisible();
  const reader = await open(bob, `/@${alice.username}`);
  await expect(tweetOf(reader, "Food")).toBeVisible();
  await expect(reader.getByText("Soup, again.")).toHaveCount(0);
});

test("each tweet of a thread has its own pictures", async ({ open, alice }) => {
  const page = await open(alice);
  await expect(page.getByRole("heading", { level: 1, name: "Home" })).toBeVisible();
  await page.keyboard.press("n");
  const dialog = page.getByRole("dialog", { name: "New tweet" });
  await dialog.getByLabel("What's on your mind?").fill("First.");
  await choose(dialog, [one]);
  await describe(page, "One wall.", dialog);
  await dialog.getByRole("button", { name: "Add another tweet" }).click();
  await dialog.getByLabel("Tweet 2 of 2").fill("Second.");
  await choose(dialog, [fourPictures[0] ?? one]);
  await describe(page, "Another wall.", dialog);
  await dialog.getByRole("button", { name: "Post all" }).click();
  await expect(tweetOf(page, "Second.").getByRole("button", { name: "Another wall." })).toBeVisible();
  await expect(tweetOf(page, "First.").getByRole("button", { name: "One wall." })).toBeVisible();
});

test("a cropped avatar and header are shown everywhere", async ({ open, alice, bob }) => {
  await alice.api.post("How do I look?");
  await bob.api.follow(alice);
  const page = await open(alice, `/@${alice.username}`);
  await page.getByRole("button", { name: "Edit profile" }).click();
  const dialog = page.getByRole("dialog", { name: "Edit profile" });
  for (const [name, file] of [["Profile picture", one], ["Header", fourPictures[3] ?? one]] as const) {
    await dialog.getByRole("group", { name }).locator("input[type=file]").setInputFiles(file);
    const cropper = page.getByRole("dialog", { name });
    await cropper.getByLabel("Zoom").fill("1.5");
    await cropper.getByRole("button", { name: /^Move the picture/ }).press("ArrowRight");
    await cropper.getByRole("button", { name: "Use picture" }).click();
    await expect(dialog.getByRole("group", { name }).locator("img")).toBeVisible();
  }
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toBeHidden();
  for (const place of [".profile-top", ".side-me", "article[data-tweet]"]) await expect(page.locator(`${place} img.avatar`)).toBeVisible();
  await expect(page.locator("img.profile-header")).toBeVisible();

  const reader = await open(bob);
  await expect(tweetOf(reader, "How do I look?").locator("img.avatar")).toBeVisible();
  await page.getByRole("button", { name: "Edit profile" }).click();
  await dialog.getByRole("group", { name: "Profile picture" }).getByRole("button", { name: "Remove" }).click();
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(page.locator(".profile-top span.avatar")).toBeVisible();
});

test("the composer with pictures, a grid, the viewer and the cropper pass axe", async ({ open, alice }) => {
  test.slow();
  const ids: string[] = [];
  for (const [index, file] of fourPictures.entries()) ids.push(await alice.api.upload(file, "tweet", `View ${index + 1}.`));
  await alice.api.post("Four.", { media_ids: ids });
  await alice.api.post("Sensitive.", { media_ids: [await alice.api.upload(one)], sensitive: true, content_warning: "Colors" });
  await alice.api.post("One.", { media_ids: [await alice.api.upload(one)], sensitive: true });
  const page = await open(alice);
  await choose(page, fourPictures.slice(0, 2));
  await page.getByRole("button", { name: "Content warning" }).click();
  await expect(page.locator(".attachment-ready")).toHaveCount(2);
  await expectAccessible(page, "composer and grids");
  await page.getByRole("button", { name: /^Add description/ }).first().click();
  await expectAccessible(page, "description");
  await page.keyboard.press("Escape");
  await tweetOf(page, "Four.").getByRole("button", { name: "View 1." }).click();
  await expect(page.getByRole("dialog", { name: "Pictures" })).toBeVisible();
  await expectAccessible(page, "viewer");
  await page.keyboard.press("Escape");
  await page.goto(`/@${alice.username}`);
  await page.getByRole("button", { name: "Edit profile" }).click();
  await page.getByRole("group", { name: "Header" }).locator("input[type=file]").setInputFiles(one);
  await expect(page.getByRole("dialog", { name: "Header" })).toBeVisible();
  await expectAccessible(page, "cropper");
});

test.describe("moving pictures", () => {
  test.beforeEach(async ({ alice }) => {
    const { media } = await alice.api.call<{ media: { kinds: string[] } }>("GET", "/capabilities");
    test.skip(!media.kinds.includes("video"), "This server has no ffmpeg.");
  });

  test("a GIF plays while it is in sight, if motion is welcome", async ({ open, alice, bob }) => {
    await bob.api.post("It moves.", { media_ids: [await bob.api.upload(await clip("test.gif", "gif"), "tweet", "A test picture.")] });
    const path = `/@${bob.username}`;
    const isPlaying = (page: Page) => tweetOf(page, "It moves.").locator("video").evaluate((each) => !(each as HTMLVideoElement).paused);
    const page = await open(alice, path, { reducedMotion: "no-preference" });
    await expect.poll(() => isPlaying(page)).toBe(true);
    await tweetOf(page, "It moves.").getByRole("button", { name: "Pause GIF" }).click();
    await expect.poll(() => isPlaying(page)).toBe(false);
    const still = await open(alice, path, { reducedMotion: "reduce" });
    await tweetOf(still, "It moves.").getByRole("button", { name: "Play GIF" }).click();
    await expect.poll(() => isPlaying(still)).toBe(true);
  });

  test("a video is posted, and only one plays at a time", async ({ open, alice }) => {
    const file = await clip("test.mp4", "mp4");
    const page = await open(alice);
    for (const text of ["First film.", "Second film."]) {
      await choose(page, [file]);
      await page.getByLabel("What's on your mind?").fill(text);
      await describe(page, text);
      await post(page);
      await expect(tweetOf(page, text).locator("video")).toBeVisible();
    }
    const video = (text: string) => tweetOf(page, text).locator("video");
    const play = (text: string) => video(text).evaluate((each) => (each as HTMLVideoElement).play());
    expect(await video("First film.").getAttribute("preload")).toBe("none");
    await play("First film.");
    await play("Second film.");
    await expect.poll(() => video("First film.").evaluate((each) => (each as HTMLVideoElement).paused)).toBe(true);
  });
});
