// The page without a connection has the chosen appearance, and opens the page that was asked for when the connection returns.
try {
  const appearance = localStorage.getItem("roost.appearance");
  if (appearance === "light" || appearance === "dark") document.documentElement.dataset.appearance = appearance;
} catch {
  // The browser blocks the storage: the appearance is that of the system.
}
document.getElementById("again").href = location.href;
window.addEventListener("online", () => location.reload());
