/** How wide a text is in a drawing, in its units, at the size and weight that the caller has in mind. */
export type Measure = (text: string) => number

/**
 * Breaks a name in lines that fit, at spaces and behind hyphens; a word that is too long is broken too. What does not
 * fit in the last line ends in an ellipsis: the whole name stands in the list.
 *
 * @param most how many lines there may be.
 */
export function linesThatFit(name: string, width: number, most: number, measure: Measure): string[] {
  const lines: string[] = []
  for (const piece of piecesOf(name, width, measure)) {
    const line = lines.at(-1)
    if (line !== undefined && measure((line + piece).trimEnd()) <= width) lines[lines.length - 1] = line + piece
    else lines.push(piece)
  }
  const trimmed = lines.map((line) => line.trim())
  if (trimmed.length <= most) return trimmed
  const rest = lines.slice(most - 1).join('')
  return [...trimmed.slice(0, most - 1), shortened(rest, width, measure)]
}

/** Words with the space behind them; a word that is wider than a line in parts that are not. */
function piecesOf(name: string, width: number, measure: Measure): string[] {
  return (name.match(/[^\s-]*-+\s*|\S+\s*/g) ?? []).flatMap((word) => {
    const pieces: string[] = []
    let rest = [...word]
    while (rest.length > 1 && measure(rest.join('').trimEnd()) > width) {
      const fitting = longestFitting(rest, width, measure)
      pieces.push(rest.slice(0, fitting).join(''))
      rest = rest.slice(fitting)
    }
    return [...pieces, rest.join('')]
  })
}

function longestFitting(letters: readonly string[], width: number, measure: Measure): number {
  let fitting = 1
  while (fitting < letters.length && measure(letters.slice(0, fitting + 1).join('')) <= width) fitting += 1
  return fitting
}

function shortened(line: string, width: number, measure: Measure): string {
  let letters = [...line]
  while (letters.length > 1 && measure(`${letters.join('').trimEnd()}…`) > width) letters = letters.slice(0, -1)
  return `${letters.join('').trimEnd()}…`
}
