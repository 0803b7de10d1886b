// Adds rows to the repeated forms of the edit page. Without scripts one empty row is always there.

for (const rows of document.querySelectorAll(".desk-rows")) {
  const prefix = rows.dataset.prefix;
  const total = rows.querySelector(`[name="${prefix}-TOTAL_FORMS"]`);
  const list = rows.querySelector(".desk-row-list");
  const template = rows.querySelector("template");
  const button = rows.querySelector("[data-add-row]");

  button.hidden = false;
  button.addEventListener("click", () => {
    const row = template.content.cloneNode(true);
    for (const element of row.querySelectorAll("[name], [id], [for]")) {
      for (const attribute of ["name", "id", "for"]) {
        const value = element.getAttribute(attribute);
        if (value) element.setAttribute(attribute, value.replace("__prefix__", total.value));
      }
    }
    total.value = Number(total.value) + 1;
    list.append(row);
    list.lastElementChild.querySelector("input:not([type=hidden]), select, textarea").focus();
  });
}
