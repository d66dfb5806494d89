import { describe, expect, it } from "vitest";
import { KeyReader } from "./KeyReader";

const reader = () => new KeyReader([{ keys: "h" }, { keys: "g h" }, { keys: "g n" }]);

describe("keys", () => {
  it("stand alone", () => expect(reader().read("h", 0)?.keys).toBe("h"));

  it("go in pairs", () => {
    const keys = reader();
    expect(keys.read("g", 0)).toBeUndefined();
    expect(keys.read("h", 400)?.keys).toBe("g h");
    expect(keys.read("h", 500)?.keys).toBe("h");
  });

  it("are no pair when the second is late", () => {
    const keys = reader();
    keys.read("g", 0);
    expect(keys.read("h", 5_000)?.keys).toBe("h");
  });

  it("mean nothing when they are not known", () => {
    const keys = reader();
    expect(keys.read("x", 0)).toBeUndefined();
    keys.read("g", 0);
    expect(keys.read("x", 100)).toBeUndefined();
  });
});
