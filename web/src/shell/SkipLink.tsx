import "./SkipLink.css";

/** The first stop of Tab: past everything that is the same on each page. It makes no entry in the browser's history. */
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
      Skip to the page
    </a>
  );
}
