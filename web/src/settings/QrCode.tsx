import encodeQR from "qr";
import "./SecondFactorSection.css";

/** Light modules around a QR code, without which some cameras do not find it. */
const BORDER = 4;

/** A QR code, dark on light in both appearances, because apps read no other. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const rows = encodeQR(text, "raw", { border: BORDER });
  const dark = rows.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return (
    <svg className="qr-code" viewBox={`0 0 ${rows.length} ${rows.length}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <path d={dark.join("")} />
    </svg>
  );
}
