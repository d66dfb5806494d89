import { areaOf, type Crop, type Size } from "./crop";

const QUALITY = 0.92;

interface Cut {
  crop: Crop;
  size: Size;
  ratio: number;
  /** The width of the result in pixels; a small picture is not enlarged. */
  width: number;
}

/** Makes a file of the chosen part of a picture. */
export async function cutOut(picture: HTMLImageElement, { crop, size, ratio, width }: Cut, { name, type }: File): Promise<File> {
  const area = areaOf(crop, size, ratio);
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(Math.min(width, area.width)));
  canvas.height = Math.max(1, Math.round(canvas.width / ratio));
  const context = canvas.getContext("2d");
  if (context === null) throw new Error("The browser cannot draw.");
  context.imageSmoothingQuality = "high";
  context.drawImage(picture, area.left, area.top, area.width, area.height, 0, 0, canvas.width, canvas.height);
  // Photos have no transparent parts.
  const kind = type === "image/jpeg" ? "image/jpeg" : "image/png";
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, kind, QUALITY));
  if (blob === null) throw new Error("The browser cannot write this picture.");
  return new File([blob], name, { type: kind });
}
