import "./SkipLink.css";

/** The first stop of Tab, which skips everything that is the same on each page. It adds no history entry. */
export function SkipLink() {
  return (
    <a
      className="skip-link"
      href="#main"
      onClick={(event) => {
        event.preventDefault();
        document.getElementById("main")?.focus();
      }}
    >
      Skip to content
    </a>
  );
}
