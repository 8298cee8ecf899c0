import type { Selectable } from 'kysely'

/*
 * Rows of the tables of a regional programme. As in `tables.ts`: times are ISO 8601 texts, JSON is text that services
 * parse, tenant tables start with organisationId. `region`, `programmeInvitation`, `participation` and `consent` are
 * catalogues: they link organisations, and belong to none alone.
 */

/** A row of `region`, by official code such as GM1509. */
interface RegionTable {
  code: string
  name: string
  kind: 'municipality' | 'province' | 'district'
}

/** A row of `park_fact`: context of a business park, beside its scores and never inside one. */
interface ParkFactTable {
  /** The park. */
  organisationId: string
  /** The programme whose staff runs this park. */
  programmeId: string
  regionCode: string | null
  municipality: string | null
  /** Its number in the national register of business parks (IBIS: RIN). */
  registerNumber: string | null
  /** As the register calls it; null: unknown. */
  kind: string | null
  hectaresGross: number | null
  hectaresNet: number | null
  /** The year or day that the figures are about. */
  asOf: string | null
  source: string | null
  revision: number
}

/** A row of `programme`: what a programme collects, and its public page. No row: everything as at the start. */
interface ProgrammeTable {
  organisationId: string
  instrumentId: string
  /** Name of the public page in its address; null: none yet. Unique over programmes. */
  slug: string | null
  titleNl: string
  titleEn: string
  aboutNl: string
  aboutEn: string
  licence: string
  contact: string
  /** A colour as #rrggbb; null: the product's own. */
  accent: string | null
  /** Since when the page can be seen; null: it cannot. */
  shownSince: string | null
  revision: number
}

/** A row of `programme_invitation`: a link for one company. */
interface ProgrammeInvitationTable {
  id: string
  tokenHash: string
  programmeId: string
  /** The park that it is about; null: whoever takes it up chooses. */
  parkId: string | null
  note: string | null
  createdBy: string | null
  createdAt: string
  expiresAt: string
  usedAt: string | null
}

/** A row of `participation`: a company takes part in a programme, on one of its parks. */
interface ParticipationTable {
  id: string
  programmeId: string
  companyId: string
  parkId: string
  /** Section of the Dutch standard industrial classification (SBI 2008), a letter; null: not said. */
  sector: string | null
  joinedAt: string
  /** null: takes part. */
  leftAt: string | null
  revision: number
}

/** What a company can consent to; each by itself, and none by default. */
export type ConsentPurpose = 'benchmark' | 'named' | 'public'

/** A row of `consent`: one act, which is never changed. What holds is the newest of a purpose. */
interface ConsentTable {
  id: string
  programmeId: string
  companyId: string
  /** Order within a company and programme, from 1. */
  number: number
  purpose: ConsentPurpose
  act: 'given' | 'withdrawn'
  /** Which version of the sentence was read. */
  statement: string
  locale: string
  at: string
  /** null: the account is gone. */
  userId: string | null
}

/** A row of `contribution`: the figures of one company about one quarter, copied into the programme's own tables. */
interface ContributionTable {
  organisationId: string
  id: string
  companyId: string
  parkId: string
  regionCode: string | null
  sector: string | null
  instrumentId: string
  instrumentVersion: string
  period: string
  roundId: string
  releaseId: string
  /** JSON: whole numbers by `<horizon>/<dimension>/<perspective or all>`; null: no score. */
  scores: string
  /** JSON: codes of capitals in which something was agreed. */
  themes: string
  contributedAt: string
}

/** A row of `programme_release`. */
interface ProgrammeReleaseTable {
  organisationId: string
  id: string
  instrumentId: string
  period: string
  /** Within instrument and period, from 1. */
  number: number
  madeAt: string
  /** null: the account is gone. */
  madeBy: string | null
  /** JSON of what comparisons say beside its figures: which can be asked for, and who took part. */
  frame: string
  /** JSON of what it told of agreements; null: an earlier release of the quarter told it. */
  themes: string | null
  /** JSON of everything that staff reads of it; it never changes. */
  document: string
  etag: string
}

/** What a row of figures is about; `own` is the profile of a park by itself. */
export type ProgrammeRowKind = 'programme' | 'region' | 'park' | 'sector' | 'own'
/** Why a figure is not shown. */
export type ProgrammeReason = 'too-few' | 'complement'

/** A row of `programme_cell`: one published figure. */
interface ProgrammeCellTable {
  organisationId: string
  releaseId: string
  kind: ProgrammeRowKind
  rowId: string
  horizon: string
  dimension: string
  /** A perspective, or `all`. */
  perspective: string
  n: number
  mean: number | null
  lowOrHigh: 'low' | 'high' | null
  lower: number | null
  upper: number | null
  reason: ProgrammeReason | null
  /** Of the same quarter, of which this figure stands; null: this one is shown, or none before showed it. */
  standingReleaseId: string | null
}

/** A row of `programme_slope`: how the companies that are in two quarters changed. */
interface ProgrammeSlopeTable {
  organisationId: string
  /** The release of the later quarter. */
  releaseId: string
  fromPeriod: string
  kind: ProgrammeRowKind
  rowId: string
  horizon: string
  dimension: string
  perspective: string
  n: number
  thenMean: number | null
  nowMean: number | null
  word: string | null
  reason: ProgrammeReason | null
  /** Of the same two quarters, of which this change stands; null: this one is shown, or none before showed it. */
  standingReleaseId: string | null
}

/** A row of `programme_contributor`: who was in a published table, with what; only the release rules read it. */
interface ProgrammeContributorTable {
  organisationId: string
  releaseId: string
  /** The release itself, or one side of its cohort. */
  tableKind: 'release' | 'cohort-then' | 'cohort-now'
  /** A random id once the company was erased. */
  companyId: string
  instrumentId: string
  period: string
  parkId: string
  regionCode: string | null
  sector: string | null
  scores: string
}

/** A row of `erased_publication`: a programme that was erased since had published figures of this company. */
interface ErasedPublicationTable {
  /** The company. */
  organisationId: string
  /** Stands for the programme, and tells nothing about it. */
  id: string
  instrumentId: string
  period: string
}

/** A row of `capital_offer`: what a company offers or needs. Nobody reads its text before a match is agreed. */
interface CapitalOfferTable {
  organisationId: string
  id: string
  companyId: string
  parkId: string
  capital: string
  kind: 'offer' | 'need'
  topic: string
  body: string
  createdAt: string
  /** When the other side of an agreed match of this one last went; null: none did. */
  matchEndedAt: string | null
}

/** A row of `capital_match`: an offer and a need that fit. */
interface CapitalMatchTable {
  organisationId: string
  id: string
  offerId: string
  needId: string
  /** null: nothing yet. */
  offerSays: 'yes' | 'no' | null
  needSays: 'yes' | 'no' | null
  /** How who offers can be reached, as typed with the yes; null: said no yes. */
  offerContact: string | null
  needContact: string | null
  agreedAt: string | null
}

/** The tables of this file by name. */
export interface ProgrammeTables {
  region: RegionTable
  parkFact: ParkFactTable
  programme: ProgrammeTable
  programmeInvitation: ProgrammeInvitationTable
  participation: ParticipationTable
  consent: ConsentTable
  contribution: ContributionTable
  programmeRelease: ProgrammeReleaseTable
  programmeCell: ProgrammeCellTable
  programmeSlope: ProgrammeSlopeTable
  programmeContributor: ProgrammeContributorTable
  erasedPublication: ErasedPublicationTable
  capitalOffer: CapitalOfferTable
  capitalMatch: CapitalMatchTable
}

/** Rows as queries answer them. */
export type RegionRow = Selectable<RegionTable>
export type ParkFactRow = Selectable<ParkFactTable>
export type ProgrammeRow = Selectable<ProgrammeTable>
export type ProgrammeInvitationRow = Selectable<ProgrammeInvitationTable>
export type ParticipationRow = Selectable<ParticipationTable>
export type ConsentRow = Selectable<ConsentTable>
export type ContributionRow = Selectable<ContributionTable>
export type ProgrammeReleaseRow = Selectable<ProgrammeReleaseTable>
export type ProgrammeCellRow = Selectable<ProgrammeCellTable>
export type ProgrammeSlopeRow = Selectable<ProgrammeSlopeTable>
export type ProgrammeContributorRow = Selectable<ProgrammeContributorTable>
export type CapitalOfferRow = Selectable<CapitalOfferTable>
export type CapitalMatchRow = Selectable<CapitalMatchTable>
