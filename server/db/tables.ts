import type { Generated, Selectable } from 'kysely'
import type { RoundAnswering, RoundMode, RoundPurpose, RoundState } from '../contract/rounds.ts'
import type { AuditDoorTable, AuditEventTable, AuditHeadTable, SystemEventTable } from './audit-tables.ts'
import type { CompanyTables } from './company-tables.ts'
import type {
  AgreementReviewTable,
  CalendarFeedTable,
  ConsentStanceTable,
  ExampleTable,
  ExpectedEffectTable,
  ExperimentTable,
  InterventionTable,
  NetworkPartyTable,
  ReflectionEntryTable,
  ReflectionPresenceTable,
  ReflectionTable,
  ReflectionVoteTable,
} from './conversation-tables.ts'
import type { ErasureRequestTable, ErasureTable, RetentionTable } from './erasure-tables.ts'
import type { InvitationTable, LinkTable, MailTable, ReminderDayTable } from './mail-tables.ts'
import type { ProgrammeTables } from './programme-tables.ts'
import type {
  IdentityTable,
  OidcJourneyTable,
  PasskeyChallengeTable,
  PasskeyTable,
  RecoveryCodeTable,
  SessionTable,
  TotpTable,
} from './sign-in-tables.ts'

/*
 * The row of every table, by hand; a test compares the columns with the migrated database. Times are ISO 8601 texts,
 * switches are times or states, JSON is text that the query file parses. Tenant tables start with organisationId.
 */

interface UserTable {
  id: string
  email: string
  name: string
  locale: string
  passwordHash: string
  createdAt: string
  /** 1: may see how the installation is doing. */
  isOperator: Generated<number>
  /** From then on the account cannot be used; null: it can. */
  lockedAt: Generated<string | null>
  /** 0: wants no mail about days to look back. */
  hasReminders: Generated<number>
}

interface ApiTokenTable {
  id: string
  tokenHash: string
  userId: string
  name: string
  createdAt: string
}

interface OrganisationTable {
  id: string
  name: string
  kind: string
  locale: string
  createdAt: string
}

interface MembershipTable {
  organisationId: string
  userId: string
  role: string
  until: string | null
  createdAt: string
}

interface InstrumentVersionTable {
  id: string
  version: string
  contentHash: string
  addedAt: string
}

interface RoundTable {
  organisationId: string
  id: string
  title: string
  instrumentId: string
  instrumentVersion: string
  period: string
  horizons: string
  mode: RoundMode
  groups: string
  expected: number | null
  threshold: number
  state: RoundState
  code: string | null
  createdAt: string
  openedAt: string | null
  closesAt: string | null
  closedAt: string | null
  purpose: Generated<RoundPurpose>
  answering: Generated<RoundAnswering>
  /** A draft opens by itself then. */
  plannedOpenAt: Generated<string | null>
  /** Until when answers are asked for. */
  dueAt: Generated<string | null>
  remindedAt: Generated<string | null>
  /** The plan that made it, if one did. */
  planId: Generated<string | null>
  /** JSON: days before the due day on which it reminds. */
  remindDays: Generated<string>
}

interface RoundItemTable {
  organisationId: string
  roundId: string
  position: number
  itemId: string
}

interface CredentialTable {
  secretHash: string
  kind: 'join' | 'respondent' | 'display'
  organisationId: string
  roundId: string
  respondentId: string | null
}

interface RespondentTable {
  organisationId: string
  roundId: string
  id: string
  joinHash: string | null
  stakeholderGroup: string | null
  name: string | null
  finished: number
}

interface SheetTable {
  organisationId: string
  roundId: string
  respondentId: string
  answers: string
  remarks: string
  operations: string
  late: string
  revision: number
}

interface SheetChangeTable {
  organisationId: string
  roundId: string
  respondentId: string
  revision: number
  changes: string
  changedAt: string
}

interface ReleaseTable {
  organisationId: string
  id: string
  roundId: string
  number: number
  madeAt: string
  final: number
  /** 1 once answers came since that are too few to show. */
  newerAnswers: number
  document: string
}

interface ReleaseCellTable {
  organisationId: string
  releaseId: string
  population: string
  horizon: string
  dimension: string
  perspective: string
  n: number
  score: number | null
}

interface ReleaseContributorTable {
  organisationId: string
  releaseId: string
  respondentId: string
  stakeholderGroup: string | null
  answers: string
}

interface WorkshopTable {
  organisationId: string
  id: string
  roundId: string
  plan: string
  scene: string
  black: number
  paused: number
  locked: number
  timerEndsAt: string | null
  timerSeconds: number | null
  /** The facilitator who holds the controls; null: whoever presses first. */
  holderId: string | null
  heldSince: string | null
  revealedReleaseId: string | null
  /** When the result was released to the client; null: only who runs rounds reads it. */
  releasedAt: string | null
  revision: number
  createdAt: string
}

interface SecondVoteTable {
  organisationId: string
  /** The round of the vote. */
  roundId: string
  workshopId: string
  number: number
  arguments: string
  revealedReleaseId: string | null
}

interface ReachCheckTable {
  id: string
  codeHash: string
  userId: string
  expiresAt: string
  /** How many times a phone came through. */
  reached: number
  lastAt: string | null
}

interface AttemptTable {
  key: string
  windowStart: string
  count: number
}

/** Every table by name, as Kysely sees it. */
export interface Tables extends CompanyTables, ProgrammeTables {
  user: UserTable
  session: SessionTable
  apiToken: ApiTokenTable
  organisation: OrganisationTable
  membership: MembershipTable
  invitation: InvitationTable
  instrumentVersion: InstrumentVersionTable
  round: RoundTable
  roundItem: RoundItemTable
  credential: CredentialTable
  respondent: RespondentTable
  sheet: SheetTable
  sheetChange: SheetChangeTable
  release: ReleaseTable
  releaseCell: ReleaseCellTable
  releaseContributor: ReleaseContributorTable
  auditEvent: AuditEventTable
  workshop: WorkshopTable
  secondVote: SecondVoteTable
  reachCheck: ReachCheckTable
  networkParty: NetworkPartyTable
  experiment: ExperimentTable
  reflection: ReflectionTable
  reflectionEntry: ReflectionEntryTable
  reflectionVote: ReflectionVoteTable
  reflectionPresence: ReflectionPresenceTable
  intervention: InterventionTable
  expectedEffect: ExpectedEffectTable
  consentStance: ConsentStanceTable
  agreementReview: AgreementReviewTable
  calendarFeed: CalendarFeedTable
  example: ExampleTable
  attempt: AttemptTable
  totp: TotpTable
  recoveryCode: RecoveryCodeTable
  passkey: PasskeyTable
  passkeyChallenge: PasskeyChallengeTable
  identity: IdentityTable
  oidcJourney: OidcJourneyTable
  mail: MailTable
  passwordReset: LinkTable
  reminderStop: LinkTable
  reminderDay: ReminderDayTable
  systemEvent: SystemEventTable
  erasure: ErasureTable
  erasureRequest: ErasureRequestTable
  retention: RetentionTable
  auditHead: AuditHeadTable
  auditDoor: AuditDoorTable
}

/** Names of the columns of a table, in the code. */
export type ColumnName<Table extends keyof Tables> = Extract<keyof Selectable<Tables[Table]>, string>

/** Rows as queries answer them. */
export type UserRow = Selectable<UserTable>
export type OrganisationRow = Selectable<OrganisationTable>
export type MembershipRow = Selectable<MembershipTable>
export type InvitationRow = Selectable<InvitationTable>
export type MailRow = Selectable<MailTable>
export type RoundRow = Selectable<RoundTable>
export type ReachCheckRow = Selectable<ReachCheckTable>
export type RespondentRow = Selectable<RespondentTable>
export type SheetRow = Selectable<SheetTable>
export type ReleaseRow = Selectable<ReleaseTable>
export type ReleaseCellRow = Selectable<ReleaseCellTable>
export type ReleaseContributorRow = Selectable<ReleaseContributorTable>
export type WorkshopRow = Selectable<WorkshopTable>
export type SecondVoteRow = Selectable<SecondVoteTable>
export type NetworkPartyRow = Selectable<NetworkPartyTable>
export type ExperimentRow = Selectable<ExperimentTable>
export type ReflectionRow = Selectable<ReflectionTable>
export type ReflectionEntryRow = Selectable<ReflectionEntryTable>
export type ReflectionVoteRow = Selectable<ReflectionVoteTable>
export type InterventionRow = Selectable<InterventionTable>
export type ExpectedEffectRow = Selectable<ExpectedEffectTable>
export type ConsentStanceRow = Selectable<ConsentStanceTable>
export type AgreementReviewRow = Selectable<AgreementReviewTable>
export type ExampleRow = Selectable<ExampleTable>
