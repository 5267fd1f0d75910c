// Source lines: a button that shows, behind each paragraph, the lines of the source text that it comes from.
(() => {
  const facts = document.querySelector(".facts");
  if (!facts || !document.querySelector("[data-lines]")) return;

  const key = "edition.source-lines";
  const button = document.createElement("button");
  button.type = "button";
  button.className = "lines-toggle";
  button.textContent = "原文行";
  button.title = "在每段之后显示它在来源文件中的行号";

  const remembered = () => {
    try { return localStorage.getItem(key) === "on"; } catch { return false; }
  };
  const show = (on) => {
    document.documentElement.classList.toggle("show-lines", on);
    button.setAttribute("aria-pressed", String(on));
  };
  button.addEventListener("click", () => {
    const on = button.getAttribute("aria-pressed") !== "true";
    show(on);
    try { localStorage.setItem(key, on ? "on" : "off"); } catch { /* a browser that keeps nothing */ }
  });

  facts.after(button);
  show(remembered());
})();
