import type { Db } from '../open.ts'
import type {
  ExperimentRow,
  NetworkPartyRow,
  OrganisationRow,
  ReleaseCellRow,
  ReleaseRow,
  RoundRow,
  SecondVoteRow,
  WorkshopRow,
} from '../tables.ts'
import { type ConversationRows, readConversationRows } from './export-conversations.ts'

/** Everything of one organisation that leaves with an export, in a fixed order. */
export interface OrganisationRows {
  readonly organisation: OrganisationRow
  readonly members: readonly { userId: string; name: string; email: string; role: string; until: string | null }[]
  readonly rounds: readonly RoundRow[]
  readonly roundItems: readonly { roundId: string; position: number; itemId: string }[]
  readonly releases: readonly ReleaseRow[]
  readonly releaseCells: readonly ReleaseCellRow[]
  readonly openSheets: readonly OpenSheetRow[]
  readonly workshops: readonly WorkshopRow[]
  readonly secondVotes: readonly SecondVoteRow[]
  readonly parties: readonly NetworkPartyRow[]
  readonly experiments: readonly ExperimentRow[]
  readonly conversations: ConversationRows
  readonly events: readonly { at: string; userId: string | null; action: string; object: string }[]
}

/** A sheet of an open round with its author. */
export interface OpenSheetRow {
  readonly roundId: string
  readonly respondentId: string
  readonly name: string | null
  readonly group: string | null
  readonly finished: number
  readonly answers: string
  readonly remarks: string
  readonly operations: string
  readonly late: string
}

/**
 * Reads an organisation whole, as it is at one moment; undefined when there is none with this id.
 *
 * Left out: sheets of anonymous rounds and what releases keep of them (`release_contributor`), because they are
 * promised to nobody; join codes, secrets and invitations, because they open something.
 */
export function readOrganisationRows(
  db: Db,
  kind: 'sqlite' | 'postgres',
  id: string,
): Promise<OrganisationRows | undefined> {
  const transaction = db.transaction()
  // On SQLite a transaction reads one moment by itself.
  const atOneMoment = kind === 'postgres' ? transaction.setIsolationLevel('repeatable read') : transaction
  return atOneMoment.execute(async (trx) => {
    const organisation = await trx.selectFrom('organisation').selectAll().where('id', '=', id).executeTakeFirst()
    if (organisation === undefined) return undefined
    return {
      organisation,
      members: await listMembersOf(trx, id),
      rounds: await trx
        .selectFrom('round')
        .selectAll()
        .where('organisationId', '=', id)
        .where('purpose', '<>', 'rehearsal')
        .orderBy('createdAt')
        .orderBy('id')
        .execute(),
      roundItems: await trx
        .selectFrom('roundItem')
        .select(['roundId', 'position', 'itemId'])
        .where('organisationId', '=', id)
        .orderBy('roundId')
        .orderBy('position')
        .execute(),
      releases: await trx
        .selectFrom('release')
        .selectAll()
        .where('organisationId', '=', id)
        .orderBy('madeAt')
        .orderBy('id')
        .execute(),
      releaseCells: await trx
        .selectFrom('releaseCell')
        .selectAll()
        .where('organisationId', '=', id)
        .orderBy('releaseId')
        .orderBy('population')
        .orderBy('horizon')
        .orderBy('dimension')
        .orderBy('perspective')
        .execute(),
      openSheets: await listOpenSheets(trx, id),
      workshops: await trx
        .selectFrom('workshop')
        .selectAll()
        .where('organisationId', '=', id)
        .orderBy('createdAt')
        .orderBy('id')
        .execute(),
      secondVotes: await trx
        .selectFrom('secondVote')
        .selectAll()
        .where('organisationId', '=', id)
        .orderBy('workshopId')
        .orderBy('number')
        .execute(),
      parties: await trx
        .selectFrom('networkParty')
        .selectAll()
        .where('organisationId', '=', id)
        .orderBy('id')
        .execute(),
      experiments: await trx
        .selectFrom('experiment')
        .selectAll()
        .where('organisationId', '=', id)
        .orderBy('period')
        .execute(),
      conversations: await readConversationRows(trx, id),
      events: await trx
        .selectFrom('auditEvent')
        .select(['at', 'userId', 'action', 'object'])
        .where('organisationId', '=', id)
        .orderBy('id')
        .execute(),
    }
  })
}

function listMembersOf(db: Db, organisationId: string) {
  return db
    .selectFrom('membership')
    .innerJoin('user', 'user.id', 'membership.userId')
    .select(['user.id as userId', 'user.name', 'user.email', 'membership.role', 'membership.until'])
    .where('membership.organisationId', '=', organisationId)
    .orderBy('user.email')
    .execute()
}

/** The mode of the round is part of the question, so that no caller can ask for an anonymous sheet. */
function listOpenSheets(db: Db, organisationId: string): Promise<OpenSheetRow[]> {
  return db
    .selectFrom('sheet')
    .innerJoin('round', (join) =>
      join.onRef('round.organisationId', '=', 'sheet.organisationId').onRef('round.id', '=', 'sheet.roundId'),
    )
    .innerJoin('respondent', (join) =>
      join
        .onRef('respondent.organisationId', '=', 'sheet.organisationId')
        .onRef('respondent.roundId', '=', 'sheet.roundId')
        .onRef('respondent.id', '=', 'sheet.respondentId'),
    )
    .select([
      'sheet.roundId',
      'sheet.respondentId',
      'respondent.name',
      'respondent.stakeholderGroup as group',
      'respondent.finished',
      'sheet.answers',
      'sheet.remarks',
      'sheet.operations',
      'sheet.late',
    ])
    .where('sheet.organisationId', '=', organisationId)
    .where('round.mode', '=', 'open')
    .orderBy('sheet.roundId')
    .orderBy('sheet.respondentId')
    .execute()
}
