import "./Skeletons.css";

/** Placeholders for rows that are loading. */
export function Skeletons({ label, rows = 6 }: { label: string; rows?: number }) {
  return (
    <div className="skeletons" role="status">
      <span className="only-spoken">Loading {label}</span>
      {Array.from({ length: rows }, (_, row) => (
        <div className="skeleton" key={row} aria-hidden="true">
          <span className="skeleton-avatar" />
          <span className="skeleton-lines">
            <span />
            <span />
            <span />
          </span>
        </div>
      ))}
    </div>
  );
}
