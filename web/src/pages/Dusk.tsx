/** Birds on a wire at dusk: the one picture of the landing page. */
export function Dusk() {
  return (
    <svg className="dusk" viewBox="0 0 480 400" aria-hidden="true" focusable="false">
      <defs>
        <linearGradient id="dusk-sky" x1="0" y1="0" x2="0" y2="1">
          <stop offset="0" stopColor="var(--dusk-high)" />
          <stop offset="1" stopColor="var(--dusk-low)" />
        </linearGradient>
      </defs>
      <rect width="480" height="400" rx="28" fill="url(#dusk-sky)" />
      <circle cx="330" cy="250" r="74" fill="var(--dusk-sun)" />
      <path d="M0 318c70-34 130-22 196-6s130 6 284-36v96a28 28 0 0 1-28 28H28a28 28 0 0 1-28-28Z" fill="var(--dusk-hill)" />
      <g stroke="var(--dusk-ink)" strokeWidth="2.5" fill="none">
        <path d="M0 150c150 34 320 34 480-6" />
        <path d="M0 214c160 30 330 26 480-16" />
      </g>
      <g fill="var(--dusk-ink)">
        <Bird x={96} y={165} />
        <Bird x={140} y={170} flipped />
        <Bird x={300} y={169} />
        <Bird x={214} y={233} />
        <Bird x={388} y={219} flipped />
        <Bird x={424} y={210} flipped />
      </g>
    </svg>
  );
}

/** One bird whose feet are at the point given. */
function Bird({ x, y, flipped = false }: { x: number; y: number; flipped?: boolean }) {
  return (
    <path
      transform={`translate(${x} ${y}) scale(${flipped ? -1.5 : 1.5} 1.5) translate(-17 -24.4)`}
      d="M25.6 11.2 22 9.6A5.4 5.4 0 0 0 12 11.8L6 20.4l5.2-.9a7 7 0 0 0 4.6 1.9v3.1h1.9v-3.1a6.6 6.6 0 0 0 5.1-6.4v-2.6z"
    />
  );
}
