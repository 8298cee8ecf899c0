import { crowdName, type Secret } from './crowds.ts'
import {
  type Counted,
  hasQuartiles,
  type ProgrammeRules,
  type PublishedProgramme,
  ROW_KINDS,
  sizesOf,
} from './programme-table.ts'
import { isLoose, type Spread, spreadOf, spreadOfScores } from './spread.ts'

/** An earlier table, with its scores in one cell. */
export type TableBefore = PublishedProgramme & { readonly own: readonly Counted[] }

/** What a score is a secret by: one that did not change is the same secret in several tables. */
type Key = string

/** A secret while it is put together. */
interface Told {
  rows: readonly string[]
  /** 0 while it was in nothing that was published; the same number for the same names. */
  published: number
  guarded: Spread | null
}

/**
 * Scores of now and of earlier tables. Wide rows of earlier tables are not among what was published: see `cellTable`.
 *
 * @param earlier oldest first.
 * @param rows those of the present table that count.
 * @returns by company and score.
 */
export function secretsOf(
  members: readonly Counted[],
  cell: string,
  earlier: readonly TableBefore[],
  rules: ProgrammeRules,
  rows: ReadonlySet<string>,
): ReadonlyMap<Key, Secret> {
  const secrets = new Map<Key, Told>()
  const secretOf = (one: Counted) => {
    const key = keyOf(one)
    const known = secrets.get(key)
    if (known !== undefined) return known
    const secret = { rows: [], published: 0, guarded: null }
    secrets.set(key, secret)
    return secret
  }
  const numbers = new Map<string, number>()
  for (const [index, { kind, own, shown }] of earlier.entries()) {
    const sizes = sizesOf(own)
    const told = shown.get(cell) ?? new Set()
    const narrow = new Set([...told].filter((row) => (sizes.get(row) ?? 0) < rules.wide))
    const held = own.map((one) => ({ one, secret: secretOf(one) }))
    for (const { one, secret } of held) {
      const names = one.rows.filter((row) => narrow.has(row))
      if (names.length === 0) continue
      const name = `${secret.published} ${index} ${names.join('\n')}`
      secret.published = numbers.get(name) ?? numbers.size + 1
      numbers.set(name, secret.published)
    }
    if (kind === 'release' && rules.alike) guardLoose(held, told, sizes)
  }
  for (const one of members) secretOf(one).rows = one.rows.filter((row) => rows.has(row))
  return new Map(
    [...secrets].map(([key, { published, ...secret }]) => {
      return [key, { ...secret, published: published === 0 ? '' : `${published}` }]
    }),
  )
}

function keyOf({ companyId, score }: Counted): Key {
  return `${companyId} ${score}`
}

/** Marks those whose own scores counted in quartiles that were told: they have to stay in crowds that lie apart. */
function guardLoose(
  held: readonly { readonly one: Counted; readonly secret: Told }[],
  shown: ReadonlySet<string>,
  sizes: ReadonlyMap<string, number>,
): void {
  const told = new Set(
    ROW_KINDS.flatMap((kind) =>
      [...shown].filter((row) => row.startsWith(`${kind} `) && hasQuartiles(kind, sizes.get(row) ?? 0)),
    ),
  )
  for (const crowd of Map.groupBy(held, ({ secret }) => secret.published).values()) {
    if (!isLoose(spreadOfAll(crowd.map(({ one }) => one)))) continue
    for (const { one, secret } of crowd) if (one.rows.some((row) => told.has(row))) secret.guarded = spreadOf(one.score)
  }
}

function spreadOfAll(crowd: readonly Counted[]): Spread {
  return spreadOfScores(crowd.map(({ score }) => score))
}

/** What each member counts as in quartiles: its score in a loose crowd, and the mean of its crowd in another one. */
export function quartileScores(
  members: readonly Counted[],
  secrets: ReadonlyMap<Key, Secret>,
  shown: ReadonlySet<string>,
  { alike }: ProgrammeRules,
): number[] {
  if (!alike) return members.map(({ score }) => score)
  const scores = new Map<Counted, number>()
  const crowds = Map.groupBy(members, (one) => {
    const secret = secrets.get(keyOf(one))
    return secret === undefined ? '' : crowdName(secret, shown)
  })
  for (const crowd of crowds.values()) {
    const isApart = isLoose(spreadOfAll(crowd))
    const mean = crowd.reduce((sum, { score }) => sum + score, 0) / crowd.length
    for (const one of crowd) scores.set(one, isApart ? one.score : mean)
  }
  return members.map((one) => scores.get(one) ?? one.score)
}
