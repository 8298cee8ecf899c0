import { readFileSync } from 'node:fs'

/** Worked numbers of `test/fixtures/test-vectors.json` that the domain is held to; their sources stand in the file. */
interface TestVectors {
  six_value_profiles: Record<string, { x: number[]; AM: number; GM: number; A1: number; balance: number }>
  rwg: { ratings: number[]; A: number; rwg: number | null; ad_mean: number | null }[]
  paired_exact: { d: number[]; mean: number; exact_bootstrap_95: [number, number]; signflip: [number, number] }[]
  signflip_darwin: { diffs_eighth_inch: number[]; p: number }
}

const file = new URL('../fixtures/test-vectors.json', import.meta.url)

export const vectors = JSON.parse(readFileSync(file, 'utf8')) as TestVectors
