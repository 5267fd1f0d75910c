// On a page that has moved: go on to where it is now, and there to the part that was asked for.

(() => {
  const page = document.querySelector("a.moved");
  const part = document.getElementById(decodeURIComponent(location.hash.slice(1)) || " ");
  const link = part && part.querySelector("a");
  location.replace(link ? link.href : page.href + (page.hash ? "" : location.hash));
})();
