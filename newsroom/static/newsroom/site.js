// What a page gains with scripts: a look at a source or a name without leaving the sentence.
// Everything here is on the page already; without scripts the links lead to it.
"use strict";

const EDGE = 16;
const GAP = 6;

const peek = document.createElement("div");
peek.className = "peek";
peek.hidden = true;
peek.setAttribute("role", "status");

/** Return what a link points at, if that stands on this page: a source note or a card. */
function subjectOf(link) {
  if (link.closest(".note")) {
    return document.getElementById(link.hash.slice(1));
  }
  const cards = document.querySelectorAll(".card h3 a");
  const own = [...cards].find((card) => card.pathname === link.pathname);
  return own ? own.closest(".card") : null;
}

function show(link) {
  const subject = subjectOf(link);
  if (!subject) {
    return;
  }
  const copy = subject.cloneNode(true).childNodes;
  peek.replaceChildren(...copy);
  for (const node of peek.querySelectorAll("[id]")) {
    node.removeAttribute("id");
  }
  peek.hidden = false;
  place(link.getBoundingClientRect());
}

/** Put the peek under the link, or over it where there is no room below. */
function place(link) {
  const left = Math.min(link.left, document.documentElement.clientWidth - peek.offsetWidth - EDGE);
  const above = link.top - peek.offsetHeight - GAP;
  const hasRoom = link.bottom + GAP + peek.offsetHeight <= window.innerHeight;
  const top = hasRoom || above < 0 ? link.bottom + GAP : above;
  peek.style.left = `${Math.max(EDGE, left) + window.scrollX}px`;
  peek.style.top = `${top + window.scrollY}px`;
}

function hide() {
  peek.hidden = true;
}

/** Show on hover and on focus, hide when both have left link and card. */
function offer(link) {
  let timer = 0;
  const later = (act, delay) => {
    window.clearTimeout(timer);
    timer = window.setTimeout(act, delay);
  };
  link.addEventListener("mouseenter", () => later(() => show(link), 200));
  link.addEventListener("mouseleave", () => later(() => peek.matches(":hover") || hide(), 250));
  link.addEventListener("focus", () => show(link));
  link.addEventListener("blur", hide);
}

/** Add a button that copies the article's address. */
function offerCopy(dates) {
  const address = document.querySelector('link[rel="canonical"]');
  if (!address || !navigator.clipboard) {
    return;
  }
  const item = document.createElement("li");
  const button = document.createElement("button");
  button.type = "button";
  button.className = "copy";
  button.textContent = "Copy link";
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(address.href);
    button.textContent = "Copied";
    window.setTimeout(() => { button.textContent = "Copy link"; }, 2000);
  });
  item.append(button);
  dates.append(item);
}

const links = document.querySelectorAll(".note a, .article a.name");
if (links.length) {
  document.body.append(peek);
  links.forEach(offer);
  peek.addEventListener("mouseleave", hide);
  document.addEventListener("keydown", (event) => event.key === "Escape" && hide());
}
document.querySelectorAll(".article .dates").forEach(offerCopy);
