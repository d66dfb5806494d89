import { beforeEach, expect, it } from "vitest";
import { ReadMarker } from "./ReadMarker";

let reports: number[];
let fails: boolean;
let task: (() => void) | undefined;
let marker: ReadMarker;

beforeEach(() => {
  reports = [];
  fails = false;
  task = undefined;
  marker = new ReadMarker(
    5,
    (seq) => {
      reports.push(seq);
      return fails ? Promise.reject(new TypeError("offline")) : Promise.resolve();
    },
    (run) => {
      task = run;
      return () => (task = undefined);
    },
  );
});

function pass(): void {
  const run = task;
  task = undefined;
  run?.();
}

it("reports the highest message that was seen, once", () => {
  for (const seq of [6, 8, 7]) marker.see(seq);
  pass();
  expect(reports).toEqual([8]);
});

it("never goes back", () => {
  marker.see(4);
  expect(task).toBeUndefined();
  marker.see(9);
  pass();
  marker.see(7);
  expect(task).toBeUndefined();
  expect(reports).toEqual([9]);
});

it("repeats a report that failed", async () => {
  fails = true;
  marker.see(6);
  pass();
  await Promise.resolve();
  await Promise.resolve();
  fails = false;
  marker.see(6);
  pass();
  expect(reports).toEqual([6, 6]);
});

it("reports at once when the page is left", () => {
  marker.see(6);
  marker.flush();
  marker.flush();
  expect(reports).toEqual([6]);
});
