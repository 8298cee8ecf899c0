import type { Scope } from '../auth/scope.ts'
import type { ProgrammePreview } from '../contract/programme-releases.ts'
import { countContributions, listReleaseNames } from '../db/queries/programme-releases.ts'
import { comparePeriods } from '../domain/periods.ts'
import { rowName } from '../release/programme-table.ts'
import { tellCount } from '../release/told-counts.ts'
import { showsAnything } from './programme-releases.ts'
import { findSameRelease } from './programme-releases-again.ts'
import { makeApart } from './programme-releases-apart.ts'
import { collectedBy, type Gathered, gatherInput, type InputDeps } from './programme-releases-input.ts'
import type { MadePublication, RowWithCells, SlopeRow, StoredQuarter } from './programme-releases-make.ts'

type Quarters = ProgrammePreview['periods']

/**
 * What a publication of a quarter would show now: which figures, which not and why, and who is counted. No value, band, word
 * or class.
 *
 * Why not: a publication is held against those before it, a preview against nothing. Whoever looked before and after one
 * company's sign-off would subtract the two, and know that company's score; nothing that is computed afterwards could take
 * that back. n says how many contributed, which staff sees anyway. What is left to be seen is whether a figure would be
 * shown, which the publication itself would tell.
 *
 * @param period left out: the newest that companies contributed to.
 */
export async function previewRelease(deps: InputDeps, scope: Scope, period?: string): Promise<ProgrammePreview> {
  const { db } = deps.database
  const collected = await collectedBy(db, scope)
  const periods = quartersOf(await countContributions(db, collected), await listReleaseNames(db, collected))
  const about = period ?? (periods.find(({ contributed }) => contributed > 0) ?? periods[0])?.period
  if (about === undefined) return { ...NOTHING, instrument: { id: collected.instrumentId, versions: [] } }
  const gathered = await gatherInput(deps, collected, about)
  const made = await madeOf(gathered)
  const same = made && (await findSameRelease(db, scope, gathered, made))
  return viewPreview(gathered, periods, made, same !== undefined)
}

const NOTHING: Omit<ProgrammePreview, 'instrument'> = {
  periods: [],
  period: null,
  outcome: 'nothing-yet',
  earlier: null,
  tookPart: { joined: 0, contributed: 0, parks: {} },
  fromPeriod: null,
  rows: [],
  slopes: [],
  themes: null,
  ownProfiles: 0,
}

function quartersOf(
  contributed: readonly { readonly period: string; readonly contributed: number }[],
  releases: readonly { readonly period: string }[],
): Quarters {
  const counts = new Map(contributed.map((one) => [one.period, one.contributed]))
  const periods = new Set([...counts.keys(), ...releases.map(({ period }) => period)])
  const quarters = [...periods].map((period) => ({
    period,
    contributed: counts.get(period) ?? 0,
    releases: releases.filter((release) => release.period === period).length,
  }))
  return quarters.toSorted((a, b) => comparePeriods(b.period, a.period) || b.period.localeCompare(a.period))
}

function madeOf({ input }: Gathered): Promise<MadePublication | undefined> | undefined {
  return input.contributions.length === 0 ? undefined : makeApart(input)
}

function viewPreview(
  { input, releases }: Gathered,
  periods: Quarters,
  made: MadePublication | undefined,
  isSame: boolean,
): ProgrammePreview {
  const isAny = made !== undefined && showsAnything(made)
  const earlier = releases.find(({ period }) => period === input.period) ?? null
  const stands = made === undefined && earlier !== null && input.contributions.length > 0
  return {
    periods,
    period: input.period,
    outcome: isSame ? 'unchanged' : isAny ? 'publishable' : stands ? 'release-stands' : 'nothing-yet',
    earlier,
    instrument: input.instrument,
    tookPart: input.tookPart,
    fromPeriod: made === undefined ? null : (input.previous?.period ?? null),
    rows: forReaders(withoutValues(made?.rows ?? []), input.published),
    slopes: withoutValues(made?.slopes ?? []),
    themes: made === undefined ? null : themesOf(made),
    ownProfiles: input.own.length,
  }
}

function withoutValues(rows: readonly (RowWithCells | SlopeRow)[]): ProgrammePreview['slopes'] {
  return rows.map(({ kind, id, name, cells }) => ({
    kind,
    id,
    name,
    cells: cells.map(({ horizon, dimension, perspective, n, reason }) => ({
      horizon,
      dimension,
      perspective,
      n,
      reason,
    })),
  }))
}

/**
 * With the counts that everybody would read, and whether the figure of an earlier release would stand in comparisons, as
 * `noteStandingFigures` has it.
 */
function forReaders(rows: ProgrammePreview['slopes'], { tables }: StoredQuarter): ProgrammePreview['rows'] {
  const released = tables.filter(({ kind }) => kind === 'release')
  const shown = new Set(released.flatMap((table) => table.shown.map(({ row, cell }) => `${row} ${cell}`)))
  return rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell) => ({
      ...cell,
      told: tellCount(cell.n),
      stands: cell.reason !== null && shown.has(`${rowName(row.kind, row.id)} ${cellName(cell)}`),
    })),
  }))
}

function cellName({ horizon, dimension, perspective }: ProgrammePreview['slopes'][number]['cells'][number]): string {
  return `${horizon}/${dimension}/${perspective}`
}

function themesOf({ themes }: MadePublication): ProgrammePreview['themes'] {
  if (themes === null) return 'told-before'
  return themes.some(({ companies }) => companies !== null) ? 'shown' : 'too-few'
}
