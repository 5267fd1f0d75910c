// On a narrow screen a button opens the navigation: the focus goes into it, and Escape leads back.
(() => {
  const drawer = document.getElementById("__drawer");
  const label = document.querySelector(".md-header label[for=__drawer]");
  const sidebar = document.querySelector(".md-sidebar--primary");
  if (!drawer || !label || !sidebar) return;

  const button = document.createElement("button");
  Object.assign(button, { type: "button", className: `${label.className} drawer-button`, innerHTML: label.innerHTML });
  button.setAttribute("aria-label", "打开目录");
  label.replaceWith(button);

  const reachable = (element) => element.checkVisibility({ visibilityProperty: true });
  const tell = () => button.setAttribute("aria-expanded", String(drawer.checked));
  button.addEventListener("click", () => {
    drawer.click();
    if (drawer.checked) [...sidebar.querySelectorAll("input, a")].find(reachable)?.focus();
  });
  drawer.addEventListener("change", tell);
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !drawer.checked) return;
    drawer.click();
    button.focus();
  });
  tell();
})();
