// Names the text editor for those who cannot see its label: the editor is made by another script.

const field = document.getElementById("id_body");
const name = document.querySelector("label[for=id_body]").firstChild.textContent.trim();

/** Name the editor as soon as it is there; then there is nothing more to watch. */
function nameEditor(_changes, observer) {
  const editor = document.querySelector(".ProseMirror[contenteditable]");
  if (!editor) return;
  editor.setAttribute("aria-label", name);
  observer.disconnect();
}

const observer = new MutationObserver(nameEditor);
observer.observe(field.parentElement, { childList: true, subtree: true });
nameEditor([], observer);
