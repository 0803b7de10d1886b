// The review page with scripts: answers by fetch, everything by key. Without them its forms post.

import { offerSubjects } from "./subjects.js";
import { watchProgress } from "./progress.js";

const review = document.querySelector("[data-review]");
const dialog = document.getElementById("shortcuts");
const OPEN = ".is-none, .is-open";
const VERDICTS = ["none", "accepted", "rejected", "changed"];
const STATES = { mention: VERDICTS, citation: VERDICTS, figure: VERDICTS };
let current = null;

const questions = () =>
  [...review.querySelectorAll("[data-question]")].filter((one) => one.checkVisibility());
const marksOf = (id) => review.querySelectorAll(`.mark[data-questions~="${CSS.escape(id)}"]`);

/** Make a question the current one: it gets the focus, its words in the text are shown. */
function show(question, { scrollText = true } = {}) {
  if (!question) return;
  for (const mark of review.querySelectorAll(".mark.is-current")) mark.classList.remove("is-current");
  current = question.dataset.question;
  question.closest(".desk-unlikely")?.setAttribute("open", "");
  question.focus({ preventScroll: true });
  question.scrollIntoView({ block: "nearest" });
  const marks = marksOf(current);
  for (const mark of marks) mark.classList.add("is-current");
  if (scrollText && marks[0]) marks[0].scrollIntoView({ block: "center" });
}

function currentQuestion() {
  const focused = document.activeElement?.closest?.("[data-question]");
  return focused ?? (current && document.getElementById(current));
}

function step(by, onlyOpen = false) {
  const all = questions();
  const at = all.indexOf(currentQuestion());
  const rest = by > 0 ? all.slice(at + 1) : all.slice(0, Math.max(at, 0)).reverse();
  show(onlyOpen ? rest.find((one) => one.matches(OPEN)) ?? all.find((one) => one.matches(OPEN)) : rest[0]);
}

/** Send a form and put the question in its new state in its place. */
async function send(form, submitter) {
  const question = form.closest("[data-question]");
  const body = new FormData(form, submitter);
  question.setAttribute("aria-busy", "true");
  try {
    const answer = await fetch(form.action, {
      method: "POST",
      body: new URLSearchParams(body),
      headers: { Accept: "application/json" },
    });
    if (answer.status === 400) return complain(form, (await answer.json()).errors);
    if (!answer.ok || answer.redirected) throw new Error(`status ${answer.status}`);
    replace(question, await answer.json());
  } catch {
    complain(form, ["This was not saved. Look at the connection, then try again."]);
  } finally {
    question.removeAttribute("aria-busy");
  }
}

function replace(question, { html, open, open_findings, sure }) {
  const id = question.dataset.question;
  const template = document.createElement("template");
  template.innerHTML = html;
  const next = template.content.firstElementChild;
  question.replaceWith(next);
  for (const mark of marksOf(id)) restyle(mark);
  setText("[data-open]", open);
  setCount(open);
  setText("[data-open-findings]", open_findings);
  setText("[data-sure]", sure);
  show(next, { scrollText: false });
}

/** Give a mark the states of all the questions that it belongs to. */
function restyle(mark) {
  for (const [layer, states] of Object.entries(STATES)) {
    for (const state of states) mark.classList.remove(`${layer}-is-${state}`);
  }
  for (const id of mark.dataset.questions.split(" ")) {
    const layer = id.split("-")[0];
    const question = document.getElementById(id);
    const state = STATES[layer]?.find((one) => question?.classList.contains(`is-${one}`));
    if (state) mark.classList.add(`${layer}-is-${state}`);
  }
}

function setText(selector, text) {
  const element = review.querySelector(selector);
  if (element) element.textContent = text;
}

/** Set the number on the tab, which stands above the review. */
function setCount(open) {
  const count = document.querySelector("[data-open-count]");
  count.textContent = open;
  count.hidden = !open;
}

function complain(form, reasons) {
  let note = form.querySelector(".desk-error");
  if (!note) {
    note = document.createElement("p");
    note.className = "desk-error";
    note.setAttribute("role", "alert");
    form.append(note);
  }
  note.textContent = reasons.join(" ");
}

function press(...names) {
  const question = currentQuestion();
  const button = names
    .map((name) => question?.querySelector(`.desk-answers button[value="${name}"]`))
    .find(Boolean);
  button?.click();
}

const KEYS = {
  j: () => step(1),
  ArrowDown: () => step(1),
  k: () => step(-1),
  ArrowUp: () => step(-1),
  n: () => step(1, true),
  a: () => press("accepted", "resolved"),
  r: () => press("rejected", "dismissed"),
  u: () => press("none", "open"),
  c: () => {
    const change = currentQuestion()?.querySelector(".desk-change");
    if (!change) return;
    change.open = true;
    change.querySelector("[type=search]").focus();
    change.scrollIntoView({ block: "center" });
  },
  m: markSelection,
  "?": () => dialog.showModal(),
};

/** Open the form for a missing name, with the words that are selected in the text. */
function markSelection() {
  const missing = document.getElementById("mark");
  if (!missing) return;
  const words = selectedWords();
  const form = missing.querySelector("form");
  missing.open = true;
  if (words) form.elements.words.value = words;
  form.elements[words ? "kind" : "words"].focus();
  missing.scrollIntoView({ block: "center" });
}

function selectedWords() {
  const selection = window.getSelection();
  const isInText = review.querySelector(".desk-text").contains(selection.anchorNode);
  return isInText ? selection.toString().trim().replace(/\s+/g, " ").slice(0, 200) : "";
}

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, textarea, select, [contenteditable]");
  if (event.key === "Escape" && typing?.closest("[data-question]")) {
    show(typing.closest("[data-question]"), { scrollText: false });
    return;
  }
  if (typing || event.ctrlKey || event.metaKey || event.altKey || dialog.open) return;
  const act = KEYS[event.key];
  if (!act) return;
  event.preventDefault();
  act();
});

review.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.closest("[data-question]")) return;
  event.preventDefault();
  send(form, event.submitter);
});

review.addEventListener("click", (event) => {
  const mark = event.target.closest(".mark, .desk-paragraph sup a");
  const question = event.target.closest("[data-question]");
  if (mark && !mark.closest(".desk-legend")) {
    event.preventDefault();
    const [id] = mark.dataset.questions?.split(" ") ?? [mark.hash.slice(1)];
    show(document.getElementById(id), { scrollText: false });
  } else if (question && !event.target.closest("button, input, summary, a, label, .desk-options")) {
    show(question);
  }
});

const openOnly = review.querySelector("[data-toggle-open]");
openOnly.hidden = false;
openOnly.addEventListener("click", () => {
  const shows = review.classList.toggle("shows-open");
  openOnly.setAttribute("aria-pressed", String(shows));
});
const keysButton = review.querySelector("[data-show-shortcuts]");
keysButton.hidden = false;
keysButton.addEventListener("click", () => dialog.showModal());

offerSubjects(review);
watchProgress(document.querySelector("[data-progress]"));
