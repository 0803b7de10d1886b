// What a page gains with scripts: a look at a source or a name without leaving the sentence.
// Everything here is on the page already; without scripts the links lead to it.
"use strict";

const EDGE = 16;
const GAP = 6;
const LINKS = ".note a, .article a.name, .to-source";

const peek = document.createElement("div");
peek.className = "peek";
peek.setAttribute("role", "group");

let shownFor = null;
let timer = 0;
let touchedFirst = null;

/** Return what a link points at, if that stands on this page: a source note's parts or a card's. */
function partsFor(link) {
  if (link.classList.contains("name")) {
    const cards = [...document.querySelectorAll(".card h3 a")];
    const own = cards.find((card) => card.pathname === link.pathname);
    return own ? [...own.closest(".card").children] : [];
  }
  const note = document.getElementById(link.hash.slice(1));
  return note ? [note.closest(".source").querySelector(".source-name"), ...note.children] : [];
}

/** Return a copy that may stand amid a sentence: no second id, no heading. */
function copyOf(part) {
  const copy = part.cloneNode(true);
  copy.querySelectorAll("[id]").forEach((node) => node.removeAttribute("id"));
  if (!/^H\d$/.test(copy.tagName)) {
    return copy;
  }
  const title = document.createElement("p");
  title.className = "peek-title";
  title.append(...copy.childNodes);
  return title;
}

/** Show the peek. It stands right after its link, so that the next Tab enters it. */
function show(link) {
  const parts = partsFor(link);
  if (!parts.length || shownFor === link) {
    return;
  }
  hide();
  peek.replaceChildren(...parts.map(copyOf));
  peek.setAttribute("aria-label", peek.querySelector(".peek-title").textContent);
  (link.closest(".note") || link).after(peek);
  shownFor = link;
  place(link.getClientRects()[0]);
}

/** Put the peek under the link, or over it where there is no room below. */
function place(link) {
  const origin = (peek.offsetParent || document.documentElement).getBoundingClientRect();
  const left = Math.min(link.left, document.documentElement.clientWidth - peek.offsetWidth - EDGE);
  const above = link.top - peek.offsetHeight - GAP;
  const hasRoom = link.bottom + GAP + peek.offsetHeight <= window.innerHeight;
  peek.style.left = `${Math.max(EDGE, left) - origin.left}px`;
  peek.style.top = `${(hasRoom || above < 0 ? link.bottom + GAP : above) - origin.top}px`;
}

function hide() {
  peek.remove();
  shownFor = null;
}

function later(act, delay) {
  window.clearTimeout(timer);
  timer = window.setTimeout(act, delay);
}

function leave() {
  later(() => peek.contains(document.activeElement) || hide(), 250);
}

/** Show on hover, on focus, and on the first tap; a second tap follows the link. */
function offer(link) {
  const isMouse = (event) => event.pointerType === "mouse";
  link.addEventListener("pointerenter", (event) => isMouse(event) && later(() => show(link), 200));
  link.addEventListener("pointerleave", (event) => isMouse(event) && leave());
  link.addEventListener("pointerdown", (event) => {
    touchedFirst = isMouse(event) || shownFor === link ? null : link;
  });
  link.addEventListener("pointercancel", () => { touchedFirst = null; });
  link.addEventListener("focus", () => link.matches(":focus-visible") && show(link));
  link.addEventListener("click", (event) => {
    window.clearTimeout(timer);
    if (touchedFirst === link && partsFor(link).length) {
      event.preventDefault();
      show(link);
    } else {
      hide();
    }
    touchedFirst = null;
  });
}

/** Hide when focus or a tap goes elsewhere, and on Escape, which gives the focus back. */
function dismiss() {
  const isElsewhere = (node) => !peek.contains(node) && !(shownFor && shownFor.contains(node));
  peek.addEventListener("pointerenter", () => window.clearTimeout(timer));
  peek.addEventListener("pointerleave", (event) => event.pointerType === "mouse" && leave());
  peek.addEventListener("click", (event) => event.target.closest("a") && later(hide, 0));
  document.addEventListener("focusin", (event) => isElsewhere(event.target) && hide());
  document.addEventListener("pointerdown", (event) => isElsewhere(event.target) && hide());
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !shownFor) {
      return;
    }
    const link = shownFor;
    const held = peek.contains(document.activeElement);
    window.clearTimeout(timer);
    if (held) {
      link.focus();
    }
    hide();
  });
}

/** Add a button that copies the article's address. Its words come with the page. */
function offerCopy(dates) {
  const address = document.querySelector('link[rel="canonical"]');
  if (!address || !navigator.clipboard) {
    return;
  }
  const { copy, copied } = dates.dataset;
  const item = document.createElement("li");
  const button = document.createElement("button");
  item.setAttribute("aria-live", "polite");
  button.type = "button";
  button.className = "copy";
  button.textContent = copy;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(address.href);
    button.textContent = copied;
    window.setTimeout(() => { button.textContent = copy; }, 2000);
  });
  item.append(button);
  dates.append(item);
}

const links = document.querySelectorAll(LINKS);
if (links.length) {
  links.forEach(offer);
  dismiss();
}
document.querySelectorAll("[data-copy]").forEach(offerCopy);
