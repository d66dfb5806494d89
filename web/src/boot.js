// Runs before the first paint. It applies a chosen appearance, and asks for what a member sees first while the client loads:
// src/api/client.ts takes the responses. The build names this file by its content.
(() => {
  // Reading the storage fails where a browser blocks it.
  const read = (get) => {
    try {
      return get();
    } catch {
      return null;
    }
  };

  const appearance = read(() => localStorage.getItem("roost.appearance"));
  if (appearance === "light" || appearance === "dark") {
    document.documentElement.dataset.appearance = appearance;
    const own = document.querySelector(`meta[name="theme-color"][media*="${appearance}"]`);
    for (const meta of document.querySelectorAll('meta[name="theme-color"]')) meta.content = own.content;
  }

  if (!/(^|; )roost_signed_in=/.test(document.cookie)) return;
  window.roostEarly = new Map();
  const ask = (path) => {
    const response = fetch(path);
    response.catch(() => undefined);
    window.roostEarly.set(path, response);
  };
  ask("/api/roost/v1/users/me");
  const isKept = read(() => sessionStorage.getItem("roost.page")) !== null;
  const order = read(() => localStorage.getItem("roost.home-order"));
  const suffix = order === "top" || order === "hybrid" ? `&order=${order}` : "";
  if (location.pathname === "/" && !isKept) ask(`/api/roost/v1/timelines/home?limit=30${suffix}`);
})();
