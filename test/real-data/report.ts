let faults = 0

/** How many figures differed so far. */
export function differences(): number {
  return faults
}

/** Prints one figure beside what it should be. */
export function report(name: string, measured: string, expected: string, holds: boolean): void {
  if (!holds) faults += 1
  console.log(
    `${(holds ? 'equal' : 'DIFFERS').padEnd(8)}${name.padEnd(44)} ${measured.padStart(12)} ${expected.padStart(12)}`,
  )
}

/** Compares to six decimals, or to as many as the expected number has; whole numbers exactly. */
export function compare(name: string, measured: number, expected: number): void {
  const decimals = Math.min(6, String(expected).split('.')[1]?.length ?? 0)
  const holds = Math.abs(measured - expected) <= 0.5 * 10 ** -decimals
  report(name, measured.toFixed(decimals), expected.toFixed(decimals), holds)
}

/** A figure that real data always have; missing, it equals nothing. */
export function known(value: number | null): number {
  return value ?? Number.NaN
}
