// On a narrow screen the keyboard opens the navigation: the focus goes into it, and Escape leads back.
(() => {
  const drawer = document.getElementById("__drawer");
  const sidebar = document.querySelector(".md-sidebar--primary");
  if (!drawer || !sidebar) return;

  const reachable = (element) => element.checkVisibility({ visibilityProperty: true });
  drawer.addEventListener("change", () => {
    if (drawer.checked && document.activeElement === drawer) [...sidebar.querySelectorAll("input, a")].find(reachable)?.focus();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !drawer.checked) return;
    drawer.checked = false;
    drawer.dispatchEvent(new Event("change"));
    drawer.focus();
  });
})();
