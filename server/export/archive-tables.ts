import { columnsOf, INVENTORY, type TableName, tablesOf } from '../data-inventory.ts'

/** A row of any table, by the names of its columns in the code. */
export type AnyRow = Readonly<Record<string, unknown>>

/** How the rows of one table travel in an archive. */
export interface ArchiveTable {
  readonly table: TableName
  /** Columns that tell rows of one organisation apart. */
  readonly key: readonly string[]
  /** Columns in whose order rows stand, before those of the key. */
  readonly order?: readonly string[]
  /** Columns that hold JSON: it stands in the archive as what it says. */
  readonly json?: readonly string[]
  /** A column that holds bytes: they stand in the archive as base64. */
  readonly bytes?: string
  /** Columns that do not travel, and what stands in them where the archive is imported. */
  readonly instead?: Readonly<Record<string, (row: AnyRow) => unknown>>
  /** Whether only rows of open rounds travel: of anonymous rounds nobody reads them. */
  readonly isOfOpenRounds?: true
  /** Columns that name a row of another table, which has to be in the archive too. */
  readonly refers?: Readonly<Record<string, TableName>>
}

const ROUND = { roundId: 'round' } as const
const nothing = () => null
const none = () => 0

/**
 * Every table that an archive has, in the order in which rows can be written. Which columns travel follows from
 * `data-inventory.ts`; a test compares both, so that nobody forgets a table here.
 */
export const ARCHIVE_TABLES: readonly ArchiveTable[] = [
  { table: 'importedInstrument', key: ['id', 'version'], json: ['content', 'textsNl', 'textsEn', 'lineage'] },
  { table: 'roundPlan', key: ['id'], json: ['horizons', 'groups', 'remindDays'] },
  { table: 'target', key: ['instrumentId', 'dimension'] },
  {
    table: 'round',
    key: ['id'],
    order: ['createdAt'],
    json: ['horizons', 'groups', 'remindDays'],
    instead: { code: nothing },
  },
  { table: 'roundItem', key: ['roundId', 'position'], refers: ROUND },
  {
    table: 'respondent',
    key: ['roundId', 'id'],
    instead: { joinHash: nothing },
    isOfOpenRounds: true,
    refers: ROUND,
  },
  {
    table: 'sheet',
    key: ['roundId', 'respondentId'],
    json: ['remarks', 'operations', 'late'],
    isOfOpenRounds: true,
    refers: { ...ROUND, respondentId: 'respondent' },
  },
  {
    table: 'teamAnswer',
    key: ['roundId', 'opId'],
    isOfOpenRounds: true,
    refers: { ...ROUND, respondentId: 'respondent' },
  },
  { table: 'itemWork', key: ['roundId', 'itemId'], refers: ROUND },
  { table: 'evidenceFile', key: ['id'], refers: ROUND },
  { table: 'evidenceContent', key: ['fileId'], bytes: 'content', refers: { fileId: 'evidenceFile' } },
  { table: 'evidenceFact', key: ['roundId', 'itemId', 'number'], refers: ROUND },
  { table: 'signOff', key: ['roundId'], json: ['destinations'], refers: ROUND },
  { table: 'release', key: ['id'], order: ['madeAt'], json: ['document'], refers: ROUND },
  {
    table: 'workshop',
    key: ['id'],
    order: ['createdAt'],
    json: ['plan'],
    // What a wall showed, and who held the controls, was of that moment.
    instead: {
      scene: () => '{"kind":"join"}',
      black: none,
      paused: none,
      locked: none,
      timerEndsAt: nothing,
      timerSeconds: nothing,
      holderId: nothing,
      heldSince: nothing,
    },
    refers: { ...ROUND, revealedReleaseId: 'release' },
  },
  {
    table: 'secondVote',
    key: ['roundId'],
    json: ['arguments'],
    refers: { ...ROUND, workshopId: 'workshop', revealedReleaseId: 'release' },
  },
  {
    table: 'reflection',
    key: ['id'],
    order: ['createdAt'],
    json: ['capitals', 'skipped', 'phases'],
    refers: { ...ROUND, releaseId: 'release' },
  },
  {
    table: 'reflectionEntry',
    key: ['reflectionId', 'id'],
    json: ['body'],
    // A card without an author came from a phone: it stays one that nobody can change.
    instead: { authorKey: ({ authorId, id }) => (authorId === null ? `imported:${String(id)}` : null) },
    refers: { reflectionId: 'reflection' },
  },
  {
    table: 'intervention',
    key: ['id'],
    order: ['createdAt'],
    json: ['content', 'price'],
    refers: { ...ROUND, reflectionId: 'reflection' },
  },
  {
    table: 'expectedEffect',
    key: ['interventionId', 'dimension', 'perspective'],
    refers: { interventionId: 'intervention' },
  },
  {
    table: 'consentStance',
    key: ['interventionId', 'id'],
    instead: { voterKey: ({ id }) => `imported:${String(id)}` },
    refers: { interventionId: 'intervention' },
  },
  { table: 'agreementReview', key: ['interventionId', 'id'], refers: { interventionId: 'intervention' } },
  { table: 'example', key: ['id'], json: ['content'], instead: { editorId: nothing } },
  { table: 'networkParty', key: ['id'], json: ['links'] },
  { table: 'experiment', key: ['id'], refers: { partyId: 'networkParty' } },
]

/**
 * Tables that an archive has in another way: members and events to be read, not imported; the organisation itself; people
 * by name; dots without who gave them.
 */
export const OTHERWISE_ARCHIVED: readonly TableName[] = [
  'organisation',
  'user',
  'membership',
  'auditEvent',
  'importedPerson',
  'reflectionVote',
]

/** Columns of a table that travel, the organisation's own id left out: what the list says is exported, and what the product counts with. */
export function archivedColumns({ table, instead = {} }: ArchiveTable): string[] {
  return [...columnsOf(INVENTORY[table])].flatMap(([column, { organisation }]) => {
    const travels = organisation === 'exported' || organisation === 'technical'
    return travels && column !== 'organisationId' && !Object.hasOwn(instead, column) ? [column] : []
  })
}

/** Tables with anything that an organisation may take along. */
export function tablesToArchive(): TableName[] {
  return tablesOf().flatMap(([table, line]) =>
    [...columnsOf(line).values()].some(({ organisation }) => organisation === 'exported') ? [table] : [],
  )
}
