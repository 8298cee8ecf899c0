import highsLoader from 'highs'
import {
  type ContributedScores,
  HIGHEST_COUNTED,
  LOWEST_COUNTED,
  makeProgrammeRelease,
  type ProgrammeFigure,
  type ProgrammeRules,
  type PublishedProgramme,
} from '../../server/release/programme.ts'
import type { Dice } from '../attack/dice.ts'

/** One cell is enough: cells are made apart, of the same companies. */
export const CELL = 'now/human/all'

/** Points within which a score counts as known: 5 to either side. */
const PINNED_RANGE = 10

/** What an attacker found: whose score, and how narrow it is known with whose help. */
export interface Pinned {
  readonly companyId: string
  readonly colluders: readonly string[]
  readonly lowest: number
  readonly highest: number
}

/** One release of a quarter: who contributed to it, and what everybody can read. */
interface Published {
  readonly contributions: readonly ContributedScores[]
  readonly figures: readonly ProgrammeFigure[]
}

/** The releases of one quarter that these rules allow, for each list of contributions in turn. */
export function publishAll(rounds: readonly (readonly ContributedScores[])[], rules: ProgrammeRules): Published[] {
  const published: Published[] = []
  const earlier: PublishedProgramme[] = []
  for (const contributions of rounds) {
    const made = makeProgrammeRelease(contributions, [CELL], earlier, rules)
    if (made === undefined) continue
    published.push({ contributions, figures: made.figures })
    earlier.push({ contributions, shown: made.shown })
  }
  return published
}

// Its types describe a CommonJS module, whose default is one step deeper than what Node loads.
const highs = await (highsLoader as unknown as typeof highsLoader.default)()

/**
 * An attacker who knows who takes part in which release, every n, the algorithm, what two colluders contributed, and
 * every figure that was published. Of each other company it looks for the lowest and the highest score that all of that
 * leaves, by linear programming (HiGHS).
 *
 * @param asking whether it takes quartiles into account too, which asks whole numbers and takes far longer.
 */
export function findPinned(
  published: readonly Published[],
  colluders: readonly string[],
  rules: ProgrammeRules,
  asking: { readonly quartiles: boolean } = { quartiles: false },
): Pinned[] {
  const secrets = new Map<string, { name: string; companyId: string; score: number }>()
  const nameOf = ({ companyId, scores }: ContributedScores) => {
    const score = counted(scores[CELL] ?? 0, rules)
    const key = `${companyId} ${score}`
    const known = secrets.get(key) ?? { name: `x${secrets.size}`, companyId, score }
    secrets.set(key, known)
    return known.name
  }
  const constraints = published.flatMap(({ contributions, figures }) =>
    figures.flatMap(({ kind, id, n, mean }) => {
      if (mean === null) return []
      const members = contributions.filter((one) => kind === 'programme' || one[kind] === id)
      const sum = members.map(nameOf).join(' + ')
      return [`${sum} >= ${n * (mean - 0.5)}`, `${sum} <= ${n * (mean + 0.5)}`]
    }),
  )
  if (constraints.length === 0) return []
  const ranks = asking.quartiles ? rankConstraints(published, nameOf) : { constraints: [], choices: [] }
  constraints.push(...ranks.constraints)
  const [low, high] = rules.ends ? [LOWEST_COUNTED, HIGHEST_COUNTED] : [0, 100]
  const bounds = [...secrets.values()].map(({ name, companyId, score }) =>
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
    return [...secrets.values()].flatMap(({ name, companyId }): Pinned[] => {
      if (colluders.includes(companyId)) return []
      const column = model.getColByName(name)
      const [from, to] = [Math.ceil(extreme(column, 1) - 1e-6), Math.floor(extreme(column, -1) + 1e-6)]
      const lowest = from <= LOWEST_COUNTED && rules.ends ? 0 : from
      const highest = to >= HIGHEST_COUNTED && rules.ends ? 100 : to
      return highest - lowest <= PINNED_RANGE ? [{ companyId, colluders, lowest, highest }] : []
    })
  })
}

/**
 * What quartiles tell: of n scores at least as many as their rank are at most the lower one, and at least as many as
 * come after it are at least that; the same for the upper one. A choice of 1 says that a score is among them.
 */
function rankConstraints(
  published: readonly Published[],
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
  for (const { contributions, figures } of published) {
    for (const { kind, id, n, quartiles } of figures) {
      if (quartiles === null) continue
      const members = contributions.filter((one) => kind === 'programme' || one[kind] === id).map(nameOf)
      const rank = Math.ceil(n / 4)
      atLeast(members, rank, 'below', quartiles.lower)
      atLeast(members, n - rank + 1, 'above', quartiles.lower)
      atLeast(members, n - rank + 1, 'below', quartiles.upper)
      atLeast(members, rank, 'above', quartiles.upper)
    }
  }
  return { constraints, choices }
}

function counted(score: number, { ends }: ProgrammeRules): number {
  return ends ? Math.min(HIGHEST_COUNTED, Math.max(LOWEST_COUNTED, score)) : score
}

/** A random programme: 3 to 40 companies on 2 to 8 parks, and a second list in which some came, went or changed. */
export function randomProgramme(dice: Dice): ContributedScores[][] {
  const parks = 2 + dice.below(7)
  const style = dice.pick(['anything', 'ends', 'alike'] as const)
  const middle = dice.below(101)
  const scoreOf = () => {
    if (style === 'ends') return dice.pick([0, 0, 3, 97, 100, dice.below(101)])
    return style === 'alike' ? Math.min(100, Math.max(0, middle + dice.below(7) - 3)) : dice.below(101)
  }
  const sectors = dice.below(7)
  const companyOf = (number: number): ContributedScores => {
    const park = dice.below(parks)
    return {
      companyId: `c${number}`,
      park: `p${park}`,
      region: dice.chance(0.9) ? `r${park % 3}` : null,
      sector: sectors === 0 ? null : `s${dice.below(sectors)}`,
      scores: { [CELL]: scoreOf() },
    }
  }
  const first = Array.from({ length: 3 + dice.below(38) }, (_, number) => companyOf(number))
  const leaving = dice.chance(0.5) ? dice.below(9) : 0
  const stayed = first.filter(() => !dice.chance(leaving / first.length))
  const corrected = stayed.map((one) => (dice.chance(0.05) ? { ...one, scores: { [CELL]: scoreOf() } } : one))
  const came = Array.from({ length: dice.below(8) }, (_, number) => companyOf(first.length + number))
  return [first, [...corrected, ...came]]
}
