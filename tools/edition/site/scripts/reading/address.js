// The address above a printed page, where the site was built without knowing its own.
(() => {
  const base = document.querySelector('link[rel="canonical"]')?.href ?? location.href.split("#")[0];
  for (const address of document.querySelectorAll(".print-head .address")) address.textContent = base;
})();
