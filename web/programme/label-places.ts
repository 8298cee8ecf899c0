/**
 * Heights for labels that want to stand at these heights: at least `gap` apart and between `top` and `bottom`, in the order in
 * which they were. Where there is no room for all they still stand apart, and go on under the bottom.
 *
 * @param wanted heights from above, in the units of the drawing; answers as many, each at its own place.
 */
export function labelPlaces(
  wanted: readonly number[],
  { gap, top, bottom }: { readonly gap: number; readonly top: number; readonly bottom: number },
): number[] {
  const order = wanted.map((y, index) => ({ y, index })).toSorted((a, b) => a.y - b.y || a.index - b.index)
  const placed: number[] = []
  for (const { y } of order) placed.push(Math.max(y, top, (placed.at(-1) ?? Number.NEGATIVE_INFINITY) + gap))
  let limit = bottom
  for (let at = placed.length - 1; at >= 0; at -= 1) {
    placed[at] = Math.max(Math.min(placed[at] ?? limit, limit), top + at * gap)
    limit = (placed[at] ?? limit) - gap
  }
  const places = new Array<number>(wanted.length).fill(top)
  for (const [at, { index }] of order.entries()) places[index] = placed[at] ?? top
  return places
}
