import { useEffect, useRef } from "react";
import { averageColor, decodeBlurhash } from "../ui/blurhash";

/** Few pixels suffice: the browser smooths them. */
const SIDE = 24;

/** What is seen of a picture before it is loaded. */
export function Blur({ hash }: { hash: string | undefined }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const pixels = hash === undefined ? undefined : decodeBlurhash(hash, SIDE, SIDE);
    if (pixels) canvas.current?.getContext("2d")?.putImageData(new ImageData(pixels, SIDE, SIDE), 0, 0);
  }, [hash]);
  return (
    <canvas
      ref={canvas}
      className="blur"
      width={SIDE}
      height={SIDE}
      aria-hidden="true"
      style={{ backgroundColor: hash === undefined ? undefined : averageColor(hash) }}
    />
  );
}
