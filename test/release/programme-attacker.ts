import highsLoader from 'highs'
import { HIGHEST_COUNTED, LOWEST_COUNTED } from '../../server/release/counted.ts'
import type { ContributedScores, ProgrammeRules } from '../../server/release/programme-table.ts'
import type { SumTold, ToldQuarter } from './programme-history.ts'
import { CELL } from './programme-history.ts'

/** Points within which a score counts as known: 5 to either side. */
const PINNED_RANGE = 10

/** What an attacker found: whose score, and how narrow it is known with whose help. */
export interface Pinned {
  readonly companyId: string
  readonly colluders: readonly string[]
  readonly lowest: number
  readonly highest: number
}

// Its types describe a CommonJS module, whose default is one step deeper than what Node loads.
const highs = await (highsLoader as unknown as typeof highsLoader.default)()

interface Unknown {
  readonly name: string
  readonly companyId: string
  readonly score: number
}

/** The scores of one quarter by company and value: one that did not change is the same in every table. */
class Unknowns {
  readonly byKey = new Map<string, Unknown>()
  readonly #rules: ProgrammeRules

  constructor(rules: ProgrammeRules) {
    this.#rules = rules
  }

  nameOf = ({ companyId, scores }: ContributedScores): string => {
    const score = counted(scores[CELL] ?? 0, this.#rules)
    const key = `${companyId} ${score}`
    const known = this.byKey.get(key) ?? { name: `x${this.byKey.size}`, companyId, score }
    this.byKey.set(key, known)
    return known.name
  }
}

/**
 * An attacker who knows who is in which table, every n, the algorithm, what two colluders contributed, and every mean that was
 * published about one quarter: every release, also those that a newer one came after and of which comparisons go on showing
 * figures, and both kinds of sides of cohorts. Of each other company it looks for the lowest and
 * the highest score that all of that leaves, by linear programming (HiGHS). Words of change and reasons why a row is not shown
 * follow from the same, so that they add nothing; themes are other secrets.
 *
 * @param asking whether it takes quartiles into account too, which asks whole numbers and takes far longer; for rules under
 *   which everybody's own score counts in quartiles.
 */
export function findPinned(
  quarter: ToldQuarter,
  colluders: readonly string[],
  rules: ProgrammeRules,
  asking: { readonly quartiles: boolean } = { quartiles: false },
): Pinned[] {
  const unknowns = new Unknowns(rules)
  const constraints = quarter.sums.flatMap(({ members, mean }) => {
    const sum = members.map(unknowns.nameOf).join(' + ')
    return [`${sum} >= ${members.length * (mean - 0.5)}`, `${sum} <= ${members.length * (mean + 0.5)}`]
  })
  if (constraints.length === 0) return []
  const ranks = asking.quartiles ? rankConstraints(quarter.sums, unknowns.nameOf) : { constraints: [], choices: [] }
  constraints.push(...ranks.constraints)
  const [low, high] = rules.ends ? [LOWEST_COUNTED, HIGHEST_COUNTED] : [0, 100]
  const all = [...unknowns.byKey.values()]
  const bounds = all.map(({ name, companyId, score }) =>
    colluders.includes(companyId) ? `${name} = ${score}` : `${low} <= ${name} <= ${high}`,
  )
  const data = `Minimize\n obj: 0 x0\nSubject To\n ${constraints.join('\n ')}\nBounds\n ${bounds.join('\n ')}${ranks.choices.length === 0 ? '' : `\nBinary\n ${ranks.choices.join('\n ')}`}\nEnd\n`
  return highs.withModel({ format: 'lp', data }, (model) => {
    model.options.set({ output_flag: false })
    const extreme = (column: number, sense: 1 | -1) => {
      model.changeColCost(column, sense)
      model.run()
      const value = sense * model.getObjectiveValue()
      model.changeColCost(column, 0)
      return value
    }
    return all.flatMap(({ name, companyId }): Pinned[] => {
      if (colluders.includes(companyId)) return []
      const column = model.getColByName(name)
      const lowest = atLow(Math.ceil(extreme(column, 1) - 1e-6), rules)
      // A score that may be 15 may be 0 too: the range is wide enough whatever the other end is.
      if (lowest === 0 && rules.ends) return []
      const highest = atHigh(Math.floor(extreme(column, -1) + 1e-6), rules)
      return highest - lowest <= PINNED_RANGE ? [{ companyId, colluders, lowest, highest }] : []
    })
  })
}

/**
 * What quartiles tell: of n scores at least as many as their rank are at most the lower one, and at least as many as
 * come after it are at least that; the same for the upper one. A choice of 1 says that a score is among them.
 */
function rankConstraints(
  sums: readonly SumTold[],
  nameOf: (one: ContributedScores) => string,
): { constraints: string[]; choices: string[] } {
  const [constraints, choices]: [string[], string[]] = [[], []]
  const atLeast = (members: readonly string[], many: number, side: 'below' | 'above', value: number) => {
    const own = members.map((member) => {
      const choice = `b${choices.length}`
      choices.push(choice)
      constraints.push(
        side === 'below'
          ? `${member} + 100 ${choice} <= ${value + 100}`
          : `${member} - 100 ${choice} >= ${value - 100}`,
      )
      return choice
    })
    constraints.push(`${own.join(' + ')} >= ${many}`)
  }
  for (const { members, quartiles } of sums) {
    if (quartiles === null) continue
    const names = members.map(nameOf)
    const rank = Math.ceil(names.length / 4)
    atLeast(names, rank, 'below', quartiles.lower)
    atLeast(names, names.length - rank + 1, 'above', quartiles.lower)
    atLeast(names, names.length - rank + 1, 'below', quartiles.upper)
    atLeast(names, rank, 'above', quartiles.upper)
  }
  return { constraints, choices }
}

function counted(score: number, { ends }: ProgrammeRules): number {
  return ends ? Math.min(HIGHEST_COUNTED, Math.max(LOWEST_COUNTED, score)) : score
}

function atLow(score: number, { ends }: ProgrammeRules): number {
  return ends && score <= LOWEST_COUNTED ? 0 : score
}

function atHigh(score: number, { ends }: ProgrammeRules): number {
  return ends && score >= HIGHEST_COUNTED ? 100 : score
}

/** The lowest and highest that a score may be when it is known to count as these. */
export function rangeOf(scores: readonly number[], rules: ProgrammeRules): number {
  const own = scores.map((score) => counted(score, rules))
  return atHigh(Math.max(...own), rules) - atLow(Math.min(...own), rules)
}
