/** How often text may be set smaller; the sizes stand in the stylesheet. */
const MOST_STEPS = 5

/**
 * Sets the text of a layer smaller, the headline first, until nothing of its scene is cut off. Texts of the product fit as
 * they are; this is for the longest titles, questions and arguments that somebody can write.
 */
export function fitText(layer: HTMLElement): void {
  const scene = layer.querySelector('.scene')
  delete layer.dataset['fit']
  for (let step = 1; scene && scene.scrollHeight > scene.clientHeight + 1 && step <= MOST_STEPS; step++) {
    layer.dataset['fit'] = String(step)
  }
}
