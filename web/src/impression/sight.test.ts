import { beforeEach, describe, expect, it } from "vitest";
import { FakeTime } from "./fakeTime";
import { isInSight, Sight } from "./sight";

it.each([
  ["half of it", 50, 100, 800, true],
  ["less than half", 49, 100, 800, false],
  ["all of it", 100, 100, 800, true],
  ["half of the window, of a tweet that is higher", 400, 3_000, 800, true],
  ["less than half of the window, of a tweet that is higher", 399, 3_000, 800, false],
  ["nothing of a tweet without height", 0, 0, 800, false],
])("%s", (_, visible, height, windowHeight, counts) => {
  expect(isInSight(visible, height, windowHeight)).toBe(counts);
});

describe("a view", () => {
  let time: FakeTime;
  let seen: string[];
  let sight: Sight;

  beforeEach(() => {
    time = new FakeTime();
    seen = [];
    sight = new Sight(time, (id) => seen.push(id));
  });

  it("takes a second", async () => {
    sight.entered("1");
    await time.pass(999);
    expect(seen).toEqual([]);
    await time.pass(1);
    expect(seen).toEqual(["1"]);
  });

  it("does not add up", async () => {
    for (let glance = 0; glance < 5; glance++) {
      sight.entered("1");
      await time.pass(900);
      sight.left("1");
      await time.pass(100);
    }
    expect(seen).toEqual([]);
  });

  it("does not happen in a tab in the background", async () => {
    sight.entered("1");
    await time.pass(500);
    sight.pageVisible(false);
    sight.entered("2");
    await time.pass(60_000);
    expect(seen).toEqual([]);
    sight.pageVisible(true);
    await time.pass(999);
    expect(seen).toEqual([]);
    await time.pass(1);
    expect(seen).toEqual(["1", "2"]);
  });

  it("happens once, however long it takes, and again after half a minute", async () => {
    sight.entered("1");
    await time.pass(120_000);
    expect(seen).toEqual(["1"]);
    sight.left("1");
    sight.entered("1");
    await time.pass(5_000);
    expect(seen).toEqual(["1", "1"]);
    sight.left("1");
    sight.entered("1");
    await time.pass(5_000);
    expect(seen).toEqual(["1", "1"]);
  });

  it("is one if the tweet is in two places, until it has left both", async () => {
    sight.entered("1");
    sight.entered("1");
    sight.left("1");
    await time.pass(1_000);
    expect(seen).toEqual(["1"]);
  });
});
