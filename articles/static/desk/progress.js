// Shows how far the engine is, and loads the page again when there is something to review.

const PAUSE = 1500; // milliseconds between two looks

/** Follow the reading that `banner` tells of, while it moves. */
export async function watchProgress(banner) {
  if (!banner || !("moving" in banner.dataset)) return;
  const bar = banner.querySelector("progress");
  const label = banner.querySelector("[data-label]");
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
    const answer = await fetch(banner.dataset.progress).catch(() => null);
    if (!answer?.ok) continue;
    const state = await answer.json();
    bar.max = state.steps;
    bar.value = state.step;
    label.textContent = state.label;
    if (!state.is_moving) {
      location.reload();
      return;
    }
  }
}
