// In the copy of a former release: the links to the newest version lead to the same part of the page.

(() => {
  const links = document.querySelectorAll(".old-release .newest");
  const follow = () => links.forEach((link) => { link.hash = location.hash; });
  if (links.length) { addEventListener("hashchange", follow); follow(); }
})();
