import { beforeEach, describe, expect, it } from "vitest";
import type { Impression } from "../api/types";
import { FakeTime } from "./fakeTime";
import { type Batch, MAXIMUM_ATTEMPTS, MAXIMUM_ITEMS, MAXIMUM_WAITING, type Outcome, PAUSE, Reporter } from "./Reporter";

let time: FakeTime;
let sent: Batch[];
let outcomes: Outcome[];
let keys: number;
let reporter: Reporter;

beforeEach(() => {
  time = new FakeTime();
  sent = [];
  outcomes = [];
  keys = 0;
  reporter = new Reporter(
    time,
    () => `key${++keys}`,
    (batch) => {
      sent.push(batch);
      return Promise.resolve(outcomes.shift() ?? { kind: "stored" });
    },
  );
});

const view = (id: number): Impression => ({ tweet_id: String(id), kind: "view" });
const idsOf = (batch: Batch | undefined) => batch?.items.map((item) => item.tweet_id);

function see(count: number): void {
  for (let id = 0; id < count; id++) reporter.add(view(id));
}

describe("reports", () => {
  it("are collected for some seconds", async () => {
    reporter.add(view(1));
    await time.pass(PAUSE - 1);
    reporter.add(view(2));
    expect(sent).toEqual([]);
    await time.pass(1);
    expect(sent).toEqual([{ key: "key1", items: [view(1), view(2)] }]);
    reporter.add(view(3));
    await time.pass(PAUSE);
    expect(sent[1]).toEqual({ key: "key2", items: [view(3)] });
  });

  it("are sent at once if one is urgent or the server takes no more", () => {
    reporter.add(view(1));
    reporter.add({ tweet_id: "1", kind: "profile" }, true);
    expect(idsOf(sent[0])).toEqual(["1", "1"]);
  });

  it("have at most a hundred items", async () => {
    see(MAXIMUM_ITEMS + 1);
    expect(sent).toHaveLength(1);
    await time.pass(PAUSE);
    await time.pass(PAUSE);
    expect(sent.map((batch) => batch.items.length)).toEqual([MAXIMUM_ITEMS, 1]);
  });

  it("are sent again under the same key, later each time", async () => {
    outcomes = [{ kind: "again" }, { kind: "again" }];
    reporter.add(view(1));
    await time.pass(PAUSE);
    reporter.add(view(2), true);
    await time.pass(4_999);
    expect(sent).toHaveLength(1);
    await time.pass(1);
    expect(sent).toHaveLength(2);
    await time.pass(9_999);
    expect(sent).toHaveLength(2);
    await time.pass(1);
    expect(sent.map((batch) => batch.key)).toEqual(["key1", "key1", "key1"]);
    await time.pass(PAUSE);
    expect(sent[3]).toEqual({ key: "key2", items: [view(2)] });
  });

  it("wait as long as the server asks", async () => {
    outcomes = [{ kind: "again", afterSeconds: 90 }];
    reporter.add(view(1), true);
    await time.pass(89_999);
    reporter.add(view(2), true);
    reporter.flush();
    reporter.leave();
    expect(sent).toHaveLength(1);
    await time.pass(1);
    expect(sent).toHaveLength(2);
  });

  it("are dropped after some attempts", async () => {
    outcomes = Array.from({ length: MAXIMUM_ATTEMPTS }, () => ({ kind: "again" }));
    reporter.add(view(1), true);
    await time.pass(3_600_000);
    expect(sent).toHaveLength(MAXIMUM_ATTEMPTS);
    reporter.add(view(2));
    await time.pass(PAUSE);
    expect(idsOf(sent.at(-1))).toEqual(["2"]);
  });

  it("are dropped at once if they are wrong, and for good if the server has no analytics", async () => {
    outcomes = [{ kind: "useless" }, { kind: "refused" }];
    reporter.add(view(1), true);
    await time.pass(PAUSE);
    reporter.add(view(2), true);
    await time.pass(PAUSE);
    expect(sent.map(idsOf)).toEqual([["1"], ["2"]]);
    reporter.add(view(3), true);
    reporter.leave();
    await time.pass(PAUSE);
    expect(sent).toHaveLength(2);
  });

  it("lose the oldest when too many wait", async () => {
    outcomes = [{ kind: "again", afterSeconds: 60 }];
    reporter.add(view(-1), true);
    await time.pass(1);
    see(MAXIMUM_WAITING + 10);
    await time.pass(600_000);
    const later = sent.slice(2).flatMap((batch) => idsOf(batch) ?? []);
    expect(later).toHaveLength(MAXIMUM_WAITING);
    expect(later[0]).toBe("10");
  });

  it("are complete when the page is left", () => {
    see(3);
    reporter.leave();
    expect(sent.map(idsOf)).toEqual([["0", "1", "2"]]);
  });
});
