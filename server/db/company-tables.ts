import type { Selectable } from 'kysely'
import type { Certainty, EvidenceFact } from '../contract/company-sheets.ts'
import type { RoundAnswering, RoundMode } from '../contract/rounds.ts'
import type { Opening, QuarterSet } from '../domain/rhythm.ts'
import type { TeamAnswerState } from '../domain/team-sheet.ts'

/*
 * Rows of the tables of a company's quarter. As in `tables.ts`: times are ISO 8601 texts, JSON is text that services
 * parse, tenant tables start with organisationId.
 */

/** A row of `team_answer`: one operation of somebody on the sheet that a team fills in together. */
interface TeamAnswerTable {
  organisationId: string
  roundId: string
  respondentId: string
  opId: string
  /** Order of arrival in the round, from 1. */
  number: number
  slot: number
  seq: number
  character: string
  reason: string | null
  replaces: string | null
  state: TeamAnswerState
  /** null: the account is gone. */
  userId: string | null
  answeredAt: string
  /** Who chose, of an answer that was in conflict. */
  settledBy: string | null
  settledAt: string | null
}

/** A row of `item_work`: what a team keeps with one question beside the answer. */
interface ItemWorkTable {
  organisationId: string
  roundId: string
  itemId: string
  assignedTo: string | null
  certainty: Certainty | null
  note: string
  link: string | null
  revision: number
  editedBy: string | null
  editedAt: string
}

/** A row of `evidence_file`; its bytes stand in `evidence_content`, so that a list never reads them. */
interface EvidenceFileTable {
  organisationId: string
  id: string
  roundId: string
  itemId: string
  name: string
  mediaType: string
  bytes: number
  sha256: string
  addedBy: string | null
  addedAt: string
}

/** A row of `evidence_content`. */
interface EvidenceContentTable {
  organisationId: string
  fileId: string
  content: Buffer
}

/** A row of `evidence_fact`: a figure that a report holds already, beside a question; it is no answer. */
interface EvidenceFactTable {
  organisationId: string
  roundId: string
  itemId: string
  /** Order in the report, over all questions of the round. */
  number: number
  concept: string
  kind: EvidenceFact['kind']
  labelNl: string
  labelEn: string
  value: string
  unit: string | null
  period: string | null
  place: string
}

/** A row of `sheet_presence`: where somebody is in the sheet; old rows mean nothing. */
interface SheetPresenceTable {
  organisationId: string
  roundId: string
  userId: string
  itemId: string | null
  seenAt: string
}

/** A row of `sign_off`: taken away when the round is opened again. */
interface SignOffTable {
  organisationId: string
  roundId: string
  userId: string | null
  signedAt: string
  destinations: string
}

/** A row of `target`: what an organisation aims at in one dimension, about now. It is no score and enters none. */
interface TargetTable {
  organisationId: string
  instrumentId: string
  dimension: string
  /** The version whose questions the writer saw. */
  instrumentVersion: string
  score: number
  /** The quarter by which, such as 2027-Q4. */
  duePeriod: string
  /** Empty: none was given. */
  reason: string
  /** Who wrote last; null: the account is gone. */
  editorId: string | null
  editedAt: string
  revision: number
}

/** A row of `round_plan`: the rhythm in which an organisation holds its rounds; one for each organisation. */
interface RoundPlanTable {
  organisationId: string
  id: string
  instrumentId: string
  horizons: string
  mode: RoundMode
  answering: RoundAnswering
  groups: string
  expected: number | null
  usual: QuarterSet
  /** The quarter in which everything is asked: 1 to 4. */
  fullQuarter: number | null
  opensFrom: Opening['from']
  opensDays: number
  openDays: number
  remindDays: string
  /** Rounds that should have opened before then are not made. */
  changedAt: string
  revision: number
}

/** A row of `imported_instrument`: a version that an organisation brought along. It never changes. */
interface ImportedInstrumentTable {
  organisationId: string
  id: string
  version: string
  /** What the form called itself; null when it did not. */
  formId: string | null
  /** JSON of `InstrumentFile`. */
  content: string
  /** JSON of `InstrumentTexts`. */
  textsNl: string
  textsEn: string
  /** JSON of `LineageFile`; null for a first version. */
  lineage: string | null
  contentHash: string
  importedAt: string
}

/** A row of `imported_person`: somebody whom an archive names, and who has no account here. */
interface ImportedPersonTable {
  organisationId: string
  /** The id that rows of the archive name. */
  id: string
  name: string
}

/** The tables of this file by name. */
export interface CompanyTables {
  importedInstrument: ImportedInstrumentTable
  importedPerson: ImportedPersonTable
  roundPlan: RoundPlanTable
  teamAnswer: TeamAnswerTable
  itemWork: ItemWorkTable
  evidenceFile: EvidenceFileTable
  evidenceContent: EvidenceContentTable
  evidenceFact: EvidenceFactTable
  sheetPresence: SheetPresenceTable
  signOff: SignOffTable
  target: TargetTable
}

/** Rows as queries answer them. */
export type ImportedInstrumentRow = Selectable<ImportedInstrumentTable>
export type TeamAnswerRow = Selectable<TeamAnswerTable>
export type ItemWorkRow = Selectable<ItemWorkTable>
export type EvidenceFactRow = Selectable<EvidenceFactTable>
export type EvidenceFileRow = Selectable<EvidenceFileTable>
export type SignOffRow = Selectable<SignOffTable>
export type TargetRow = Selectable<TargetTable>
export type RoundPlanRow = Selectable<RoundPlanTable>
