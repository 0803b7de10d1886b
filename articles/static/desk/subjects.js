// The search box of "Change": known people, organizations and topics, chosen by click or by key.

const DELAY = 200; // milliseconds of rest before a search

/** Let every search box inside `root` offer names, also those that are put there later. */
export function offerSubjects(root) {
  let timer;
  root.addEventListener("input", (event) => {
    const box = event.target.closest("[data-subjects]");
    if (!box) return;
    box.form.elements.target.value = "";
    clearTimeout(timer);
    timer = setTimeout(() => search(box), DELAY);
  });
  root.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) choose(option);
  });
  root.addEventListener("keydown", (event) => {
    const box = event.target.closest?.("[data-subjects]");
    if (box) move(box, event);
  });
}

async function search(box) {
  const list = listOf(box);
  const words = box.value.trim();
  if (!words) return close(list);
  const answer = await fetch(`${box.dataset.subjects}?q=${encodeURIComponent(words)}`);
  if (!answer.ok || box.value.trim() !== words) return;
  const { results } = await answer.json();
  list.replaceChildren(...results.map(optionOf));
  list.hidden = results.length === 0;
  list.scrollIntoView({ block: "nearest" });
}

function optionOf({ target, name, known_as: knownAs, kind, description }) {
  const option = document.createElement("li");
  option.setAttribute("role", "option");
  option.setAttribute("aria-selected", "false");
  option.dataset.target = target;
  option.dataset.name = name;
  option.append(knownAs ? `${name} (${knownAs})` : name);
  const details = document.createElement("small");
  details.textContent = [kind, description].filter(Boolean).join(": ");
  option.append(details);
  return option;
}

function choose(option) {
  const form = option.closest("form");
  form.elements.target.value = option.dataset.target;
  form.elements.name.value = option.dataset.name;
  close(option.parentElement);
  form.querySelector("button").focus();
}

function move(box, event) {
  const list = listOf(box);
  const options = [...list.children];
  const at = options.findIndex((one) => one.getAttribute("aria-selected") === "true");
  if (event.key === "Enter" && at >= 0 && !list.hidden) {
    event.preventDefault();
    choose(options[at]);
  } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && options.length) {
    event.preventDefault();
    const next = (at + (event.key === "ArrowDown" ? 1 : options.length - 1)) % options.length;
    options.forEach((one, index) => one.setAttribute("aria-selected", String(index === next)));
    options[next].scrollIntoView({ block: "nearest" });
  }
}

function close(list) {
  list.replaceChildren();
  list.hidden = true;
}

const listOf = (box) => box.form.querySelector(".desk-options");
