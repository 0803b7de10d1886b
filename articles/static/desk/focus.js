// Shows a chosen picture before it is sent, and takes its focus from a click. Without scripts, and
// for those who use keys, the two number fields do the same.

const figure = document.querySelector("[data-focus]");
const picture = figure.querySelector("img");
const point = figure.querySelector(".desk-focus-point");
const fields = ["focal_x", "focal_y"].map((name) => document.querySelector(`[name="${name}"]`));
const file = document.querySelector('input[type="file"]');

const mark = () => {
  const [x, y] = fields.map((field) => Math.min(100, Math.max(0, Number(field.value) || 0)));
  point.style.left = `${x}%`;
  point.style.top = `${y}%`;
};

picture.addEventListener("click", (event) => {
  const box = picture.getBoundingClientRect();
  fields[0].value = Math.round(((event.clientX - box.left) / box.width) * 100);
  fields[1].value = Math.round(((event.clientY - box.top) / box.height) * 100);
  mark();
});

for (const field of fields) field.addEventListener("input", mark);

file?.addEventListener("change", () => {
  figure.hidden = true;
  if (!file.files.length) return;
  const reader = new FileReader();
  reader.addEventListener("load", () => {
    picture.src = reader.result;
    figure.hidden = false;
  });
  reader.readAsDataURL(file.files[0]);
});

mark();
