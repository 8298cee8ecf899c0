/** One figure of a benchmark: what was measured, the bar, and whether it holds. A figure without a bar only informs. */
export interface Figure {
  readonly name: string
  readonly measured: string
  readonly bar: string
  readonly holds: boolean | undefined
}

/** A figure that must be at least the bar. */
export function atLeast(name: string, measured: number, bar: number, decimals = 2): Figure {
  return { name, measured: measured.toFixed(decimals), bar: `>= ${bar}`, holds: measured >= bar }
}

/** A figure that must be at most the bar. */
export function atMost(name: string, measured: number, bar: number, unit: string, decimals = 1): Figure {
  return { name, measured: `${measured.toFixed(decimals)} ${unit}`, bar: `<= ${bar} ${unit}`, holds: measured <= bar }
}

/** A figure that has no bar. */
export function informs(name: string, measured: string): Figure {
  return { name, measured, bar: '-', holds: undefined }
}

/** Prints one row for a figure and answers the exit code: 1 when one is short. */
export function printFigures(figures: readonly Figure[]): number {
  const width = (of: (figure: Figure) => string) => Math.max(...figures.map((figure) => of(figure).length))
  const [name, measured, bar] = [width((f) => f.name), width((f) => f.measured), width((f) => f.bar)]
  for (const figure of figures) {
    const verdict = figure.holds === undefined ? '' : figure.holds ? 'holds' : 'short'
    console.log(
      `${figure.name.padEnd(name)}  ${figure.measured.padStart(measured)}  ${figure.bar.padStart(bar)}  ${verdict}`.trimEnd(),
    )
  }
  return figures.some(({ holds }) => holds === false) ? 1 : 0
}

/** The middle value; of an even number the lower of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted[Math.floor((sorted.length - 1) / 2)]
  if (middle === undefined) throw new RangeError('there is no median of nothing')
  return middle
}

/** The value below which 95 of 100 lie. */
export function percentile95(values: readonly number[]): number {
  const value = values.toSorted((a, b) => a - b)[Math.ceil(values.length * 0.95) - 1]
  if (value === undefined) throw new RangeError('there is no percentile of nothing')
  return value
}
