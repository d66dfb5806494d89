import { describe, expect, it } from "vitest";
import type { MediaKind } from "../api/types";
import { kindOf, type Limits, offerOf, refusalOf, roomFor, typeOf } from "./limits";

const limits: Limits = {
  kinds: ["image", "gif", "video"],
  types: ["image/jpeg", "image/png", "image/gif", "video/mp4", "video/quicktime"],
  image: { max_bytes: 8_000_000, max_pixels: 33_000_000 },
  gif: { max_bytes: 15_000_000 },
  video: { max_bytes: 256_000_000, max_seconds: 140 },
  max_images: 4,
  alt_text_length: 1_500,
};

const file = (name: string, type: string, size = 1_000) => ({ name, type, size });

describe("a file", () => {
  it("is known by its type, or else by its name", () => {
    expect(typeOf(file("a.txt", "image/PNG"))).toBe("image/png");
    expect(typeOf(file("a.b.MOV", ""))).toBe("video/quicktime");
    expect(kindOf(file("a.gif", ""))).toBe("gif");
    expect(kindOf(file("a", "video/mp4"))).toBe("video");
  });

  it("of another type is refused with those that are accepted", () =>
    expect(refusalOf(file("a.pdf", "application/pdf"), limits)).toBe(
      "Not a supported file: a.pdf. You can add JPEG, PNG, GIF, MP4 or MOV.",
    ));

  it("that is too large is refused with the limit of its kind", () => {
    expect(refusalOf(file("a.png", "image/png", 12_345_678), limits)).toBe(
      "This picture is too large (12 MB): a.png. The limit is 8 MB.",
    );
    expect(refusalOf(file("a.gif", "image/gif", 12_345_678), limits)).toBeUndefined();
    expect(refusalOf(file("a.png", "image/png", 8_000_000), limits)).toBeUndefined();
    expect(refusalOf(file("a.png", "image/png", 0), limits)).toContain("empty");
  });
});

describe("a tweet", () => {
  it.each<[MediaKind[], MediaKind[], number, boolean]>([
    [[], ["image", "image"], 4, false],
    [["image", "image"], ["image", "image", "image"], 2, true],
    [["image"], ["video"], 0, true],
    [[], ["video", "video"], 1, true],
    [["gif"], ["image"], 0, true],
    [[], ["image", "gif"], 1, true],
    [[], ["gif"], 1, false],
  ])("with %j and %j more has room for %i", (attached, added, fits, isTooMuch) => {
    const room = roomFor(attached, added, limits);
    expect(room.fits).toBe(fits);
    expect(room.problem).toBe(isTooMuch ? "You can add 4 pictures, or 1 GIF, or 1 video." : undefined);
  });

  it("offers what the server can process", () => expect(offerOf({ ...limits, kinds: ["image"] })).toBe("You can add 4 pictures."));
});
