import type { Results } from '../contract/results.ts'
import { isAnswered } from '../domain/answer.ts'
import type { AnyRow } from '../export/archive-tables.ts'
import { instrumentOfRound } from '../instruments.ts'
import { cellsOfResults } from '../release/cells-of-results.ts'
import { makeRelease } from '../release/release.ts'
import { rulesOf } from '../release/rules.ts'
import type { FaultList } from './archive-faults.ts'
import { type KnownInstruments, nameOf } from './archive-instruments.ts'
import { type ArchivedTables, placeOf, rowsOf } from './archive-places.ts'

type Figures = Pick<Results, 'n' | 'horizons' | 'groups' | 'items'>

/** Looks whether releases are of their rounds, show nothing of too few people, and say what the sheets say. */
export function checkReleases(tables: ArchivedTables, known: KnownInstruments, faults: FaultList): void {
  const rounds = new Map([...rowsOf(tables, 'round')].map(([, row]) => [row['id'], row]))
  const newest = new Map<unknown, number>()
  for (const [, { roundId, number }] of rowsOf(tables, 'release'))
    newest.set(roundId, Math.max(newest.get(roundId) ?? 0, Number(number)))
  const recount = recounting(tables, known)
  for (const [index, row] of rowsOf(tables, 'release')) {
    const round = rounds.get(row['roundId'])
    if (round === undefined) continue
    const document = row['document'] as Results
    const isRight = isOfRound(document, row, round, known) && isOfEnough(document, round)
    const isLast = row['final'] === 1 && row['newerAnswers'] === 0 && newest.get(row['roundId']) === row['number']
    if (!isRight) faults.add(placeOf('release', index, 'document'), 'release')
    else if (isLast && !isCounted(document, recount(round)))
      faults.add(placeOf('release', index, 'document'), 'figures')
  }
}

function isOfRound({ release, mode, horizons, items }: Results, row: AnyRow, round: AnyRow, known: KnownInstruments) {
  const { id, number, madeAt, instrument } = release
  const form = known.get(nameOf(instrument.id, instrument.version))
  const asked = round['horizons'] as string[]
  return (
    id === row['id'] &&
    number === row['number'] &&
    madeAt === row['madeAt'] &&
    mode === round['mode'] &&
    instrument.id === round['instrumentId'] &&
    instrument.version === round['instrumentVersion'] &&
    Object.entries(horizons).every(
      ([horizon, { dimensions }]) =>
        asked.includes(horizon) && Object.keys(dimensions).every((one) => form?.dimensions.includes(one)),
    ) &&
    items.every(
      ({ itemId, horizon }) => asked.includes(horizon) && form?.items.some((item) => item.id === itemId) === true,
    )
  )
}

/** In an anonymous round a figure has enough people behind it, whatever the file says. */
function isOfEnough({ n, threshold, horizons, groups, items }: Results, round: AnyRow): boolean {
  const isSaid = (score: number | null) => score !== null
  const cells = cellsOfResults({ n, horizons, groups })
  return (
    threshold >= rulesOf(round['mode'] === 'open' ? 'open' : 'anonymous', 1).threshold &&
    cells.every((cell) => cell.n >= threshold || !isSaid(cell.score)) &&
    items.every((item) => item.n <= n && (item.n >= threshold || (!isSaid(item.score) && item.counts === null)))
  )
}

/** What the sheets of an open round that is closed come to; undefined for every other round. */
function recounting(tables: ArchivedTables, known: KnownInstruments): (round: AnyRow) => Figures | undefined {
  const items = Map.groupBy(tables.get('roundItem') ?? [], (row) => row['roundId'])
  const sheets = Map.groupBy(tables.get('sheet') ?? [], (row) => row['roundId'])
  const people = Map.groupBy(tables.get('respondent') ?? [], (row) => row['roundId'])
  return (round) => {
    const instrument = known.get(nameOf(round['instrumentId'], round['instrumentVersion']))
    const isClosed = round['state'] === 'closed' || round['state'] === 'archived'
    if (round['mode'] !== 'open' || !isClosed || instrument === undefined) return undefined
    const groups = new Map((people.get(round['id']) ?? []).map((row) => [row['id'], row['stakeholderGroup']]))
    const contributors = (sheets.get(round['id']) ?? []).map(({ respondentId, answers }) => {
      const group = groups.get(respondentId)
      return {
        respondentId: String(respondentId),
        group: typeof group === 'string' ? group : null,
        answers: String(answers),
      }
    })
    if (!contributors.some(({ answers }) => isAnswered(answers))) return undefined
    const asked = (items.get(round['id']) ?? []).map(({ itemId }) => String(itemId))
    return makeRelease({
      instrument: { ...instrumentOfRound(instrument, asked), horizons: round['horizons'] as string[] },
      groups: round['groups'] as string[],
      contributors,
      earlier: [],
      rules: rulesOf('open', Number(round['threshold']), round['purpose'] !== 'second-vote'),
    })?.figures
  }
}

/**
 * Whether a release says what was counted again. Of who was erased since nothing is there to count, so that fewer sheets
 * than people say nothing.
 */
function isCounted(document: Results, counted: Figures | undefined): boolean {
  if (counted === undefined || counted.n < document.n) return true
  return counted.n === document.n && saidBy(document) === saidBy(counted)
}

function saidBy({ n, horizons, groups, items }: Figures): string {
  const cells = cellsOfResults({ n, horizons, groups }).map((cell) => JSON.stringify(Object.values(cell)))
  const scores = items.map((item) => JSON.stringify([item.itemId, item.horizon, item.n, item.score]))
  return [...cells, ...scores].sort().join('\n')
}
