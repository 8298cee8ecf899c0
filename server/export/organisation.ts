import type { OpenSheetRow, OrganisationRows } from '../db/queries/exports.ts'
import { checkedSheetOf } from '../db/queries/sheets.ts'
import type { RoundRow, SecondVoteRow, WorkshopRow } from '../db/tables.ts'
import { type Answer, readAnswer } from '../domain/answer.ts'
import type { Scale } from '../domain/instrument.ts'
import type { Instruments, LoadedInstrument } from '../instruments.ts'
import { conversationsOf } from './conversations.ts'
import { type Cell, csvOf } from './csv.ts'

/** One file of an export. */
export interface ExportFile {
  readonly name: string
  readonly content: string
}

/** One answer of a named respondent in an open round. */
interface NamedAnswer {
  readonly roundId: string
  readonly respondentId: string
  readonly name: string | null
  readonly group: string | null
  readonly itemId: string
  readonly horizon: string
  readonly rating: number | null
  readonly missing: string | null
  readonly reason: string | null
  /** False for an answer that came after closing and does not count. */
  readonly counted: boolean
}

/** What an export is made of, and when. */
export interface ExportAbout {
  readonly version: string
  readonly now: Date
}

/**
 * The files of an export: `organisation.json` with everything, and the same as tables in CSV.
 *
 * Answers by name stand in it for open rounds only. Of anonymous rounds it has what was released and no sheet.
 */
export function exportFiles(rows: OrganisationRows, instruments: Instruments, about: ExportAbout): ExportFile[] {
  const { locale } = rows.organisation
  const rounds = roundsOf(rows, instruments)
  const document = documentOf(rows, rounds, about)
  return [
    { name: 'organisation.json', content: `${JSON.stringify(document, undefined, 2)}\n` },
    table('members.csv', ['userId', 'name', 'email', 'role', 'until'], rows.members),
    table('rounds.csv', ROUND_COLUMNS, rows.rounds.map(roundCells)),
    table(
      'round-items.csv',
      ITEM_COLUMNS,
      rounds.flatMap(({ round, itemIds, instrument }) => itemCells(round, itemIds, instrument, locale)),
    ),
    table('releases.csv', ['id', 'roundId', 'number', 'madeAt', 'final'], rows.releases),
    table('release-cells.csv', CELL_COLUMNS, rows.releaseCells),
    table(
      'answers.csv',
      ANSWER_COLUMNS,
      rounds.flatMap(({ answers }) => answers.map((answer) => ({ ...answer, counted: answer.counted ? 1 : 0 }))),
    ),
  ]
}

/** The content of `organisation.json` alone. */
export function organisationDocument(
  rows: OrganisationRows,
  instruments: Instruments,
  about: ExportAbout,
): Readonly<Record<string, unknown>> {
  return documentOf(rows, roundsOf(rows, instruments), about)
}

interface RoundWithAnswers {
  readonly round: RoundRow
  readonly instrument: LoadedInstrument | undefined
  readonly itemIds: readonly string[]
  readonly answers: readonly NamedAnswer[]
}

function roundsOf(rows: OrganisationRows, instruments: Instruments): RoundWithAnswers[] {
  return rows.rounds.map((round) => {
    const instrument = instruments.find(round.instrumentId, round.instrumentVersion)
    const itemIds = rows.roundItems.flatMap(({ roundId, itemId }) => (roundId === round.id ? [itemId] : []))
    const answers = rows.openSheets
      .filter(({ roundId }) => roundId === round.id)
      .flatMap((sheet) => namedAnswers(sheet, round, itemIds, instrument?.scale))
    return { round, instrument, itemIds, answers }
  })
}

/** What an export does not have, for who reads it. */
const LEFT_OUT = [
  'single answers of anonymous rounds: nobody reads them, releases have what may be shown',
  'codes, links, passwords and tokens: they open something',
  'cards that were not shown yet, and who gave which dots',
]

function documentOf(
  rows: OrganisationRows,
  rounds: readonly RoundWithAnswers[],
  about: ExportAbout,
): Record<string, unknown> {
  return {
    product: 'meervoud',
    version: about.version,
    exportedAt: about.now.toISOString(),
    leftOut: LEFT_OUT,
    organisation: rows.organisation,
    members: rows.members,
    rounds: rounds.map(({ round, itemIds, answers }) => ({
      ...viewOf(round),
      items: itemIds,
      releases: rows.releases.flatMap(({ roundId, document: text }): unknown[] =>
        roundId === round.id ? [{ changes: [], ...(JSON.parse(text) as object) }] : [],
      ),
      answers: round.mode === 'open' ? answers : null,
    })),
    workshops: rows.workshops.map((workshop) => workshopOf(workshop, rows.secondVotes)),
    network: networkOf(rows),
    ...conversationsOf(rows.conversations, new Set(rows.rounds.map(({ id }) => id))),
    events: rows.events,
  }
}

const ROUND_COLUMNS = [
  'id',
  'title',
  'instrumentId',
  'instrumentVersion',
  'period',
  'horizons',
  'mode',
  'groups',
  'expected',
  'threshold',
  'state',
  'createdAt',
  'openedAt',
  'closesAt',
  'closedAt',
  'purpose',
  'answering',
  'plannedOpenAt',
  'dueAt',
  'planId',
] as const
const ITEM_COLUMNS = ['roundId', 'position', 'itemId', 'dimension', 'perspective', 'question'] as const
const CELL_COLUMNS = ['releaseId', 'population', 'horizon', 'dimension', 'perspective', 'n', 'score'] as const
const ANSWER_COLUMNS = [
  'roundId',
  'respondentId',
  'name',
  'group',
  'itemId',
  'horizon',
  'rating',
  'missing',
  'reason',
  'counted',
] as const

function table<Column extends string>(
  name: string,
  columns: readonly Column[],
  rows: readonly Readonly<Record<Column, Cell>>[],
): ExportFile {
  return {
    name,
    content: csvOf(
      columns,
      rows.map((row) => columns.map((column) => row[column])),
    ),
  }
}

/** A round without its join code, which opens something, and without the key that all of them share. */
function viewOf(round: RoundRow): object {
  const columns = Object.fromEntries(ROUND_COLUMNS.map((column) => [column, round[column]]))
  return { ...columns, horizons: listOf(round.horizons), groups: listOf(round.groups) }
}

/** The world outside, without the key that all of it shares. */
function networkOf({ parties, experiments }: OrganisationRows): object {
  return {
    parties: parties.map((party) => {
      const { organisationId: _, links, ...own } = party
      return { ...own, links: JSON.parse(links) as unknown }
    }),
    experiments: experiments.map((experiment) => {
      const { organisationId: _, ...own } = experiment
      return own
    }),
  }
}

/** A workshop as it was prepared, and the arguments that its second votes left. */
function workshopOf(workshop: WorkshopRow, votes: readonly SecondVoteRow[]): object {
  const { id, roundId, plan, revealedReleaseId, releasedAt, createdAt } = workshop
  const own = votes.filter(({ workshopId }) => workshopId === id)
  const secondVotes = own.map((vote) => {
    return { roundId: vote.roundId, number: vote.number, arguments: JSON.parse(vote.arguments) as unknown }
  })
  return { id, roundId, plan: JSON.parse(plan) as unknown, revealedReleaseId, releasedAt, createdAt, secondVotes }
}

function roundCells({ horizons, groups, ...round }: RoundRow): Record<(typeof ROUND_COLUMNS)[number], Cell> {
  return { ...round, horizons: listOf(horizons).join(' '), groups: listOf(groups).join(' ') }
}

function itemCells(
  round: RoundRow,
  itemIds: readonly string[],
  instrument: LoadedInstrument | undefined,
  locale: string,
): Record<(typeof ITEM_COLUMNS)[number], Cell>[] {
  const texts = instrument?.texts[locale === 'en' ? 'en' : 'nl']
  return itemIds.map((itemId, position) => {
    const item = instrument?.items.find(({ id }) => id === itemId)
    return {
      roundId: round.id,
      position,
      itemId,
      dimension: item?.dimension ?? null,
      perspective: item?.perspective ?? null,
      question: texts?.items[itemId]?.question ?? null,
    }
  })
}

function namedAnswers(
  row: OpenSheetRow,
  round: RoundRow,
  itemIds: readonly string[],
  scale: Scale | undefined,
): NamedAnswer[] {
  const { roundId, respondentId, name, group } = row
  const horizons = listOf(round.horizons)
  const sheet = checkedSheetOf(row)
  const answerAt = (slot: number, character: string, reason: string | undefined, counted: boolean): NamedAnswer[] => {
    const answer = answerOf(character, scale)
    const itemId = itemIds[Math.floor(slot / horizons.length)]
    const horizon = horizons[slot % horizons.length]
    if (answer === undefined || itemId === undefined || horizon === undefined) return []
    const value =
      'rating' in answer ? { rating: answer.rating, missing: null } : { rating: null, missing: answer.missing }
    return [{ roundId, respondentId, name, group, itemId, horizon, ...value, reason: reason ?? null, counted }]
  }
  return [
    ...Array.from(sheet.answers).flatMap((character, slot) => answerAt(slot, character, sheet.reasons[slot], true)),
    ...sheet.late.flatMap(({ slot, character, reason }) => answerAt(slot, character, reason, false)),
  ]
}

/** An instrument that is gone leaves the steps as they are kept, counted from 1. */
function answerOf(character: string, scale: Scale | undefined): Answer | undefined {
  return readAnswer(character, scale ?? { min: 1, max: 9 })
}

function listOf(json: string): string[] {
  return JSON.parse(json) as string[]
}
