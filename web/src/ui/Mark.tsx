import "./Mark.css";

/** The logo of Roost, a sitting bird. */
export function Mark() {
  return (
    <svg className="mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="9" fill="var(--accent-solid)" />
      <path d="M6.5 24.5h19" stroke="#fdf3e7" strokeWidth="2.2" strokeLinecap="round" />
      <path
        d="M25.6 11.2 22 9.6A5.4 5.4 0 0 0 12 11.8L6 20.4l5.2-.9a7 7 0 0 0 4.6 1.9v3.1h1.9v-3.1a6.6 6.6 0 0 0 5.1-6.4v-2.6z"
        fill="#fdf3e7"
      />
      <circle cx="18.4" cy="10.6" r="1.15" fill="var(--accent-solid)" />
    </svg>
  );
}

/** An empty branch, for empty places. */
export function Perch() {
  return (
    <svg className="perch" viewBox="0 0 120 56" aria-hidden="true" focusable="false">
      <g fill="none" stroke="currentColor" strokeWidth="2.2" strokeLinecap="round" strokeLinejoin="round">
        <path d="M6 42c24-5 48 3 70-1s26-6 38-13" />
        <path d="M84 39c4-8 9-12 17-15" />
        <path d="M28 40c-3-7-7-10-13-12" />
      </g>
      <path d="M101 24c5-6 12-6 15-3-3 5-9 7-15 3ZM15 28c-6-4-7-9-5-13 5 1 8 7 5 13ZM52 43c2-6 8-8 12-7-1 5-6 8-12 7Z" fill="currentColor" />
    </svg>
  );
}
