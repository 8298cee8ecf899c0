import type { RouteOptions } from 'fastify'
import type { Scope } from '../auth/scope.ts'
import { OrganisationKind } from '../contract/accounts.ts'
import { PROGRAMME_ROLES, VIEWERS, type Viewer } from '../contract/roles.ts'
import { MEASURES, type Measure, SUBJECTS, type Subject, type WhoSees } from '../contract/who-sees.ts'
import type { Db } from '../db/open.ts'
import { listMembers, listParkStaff } from '../db/queries/members.ts'
import { findOrganisation } from '../db/queries/organisations.ts'
import { MEMBERS, type Policy } from '../plugins/access.ts'
import { ProblemError } from '../problem.ts'

/** What a route is about; `doors` is what works without an account, by a code or a secret link. */
export type RouteSubject = Subject | 'doors'

/** The part of a route that says what it is about and whom it is for. */
type RouteAbout = Pick<RouteOptions, 'method' | 'url' | 'schema' | 'config'>

const BY_TAG: Readonly<Record<string, Subject>> = {
  accounts: 'account',
  exchange: 'exchange',
  parks: 'parks',
  participation: 'participation',
  participations: 'consents',
  publications: 'publications',
  audit: 'audit',
  'company-sheets': 'sheet',
  factors: 'account',
  instruments: 'method',
  interventions: 'agreements',
  invitations: 'members',
  live: 'room',
  networks: 'network',
  organisations: 'members',
  participants: 'answers',
  passkeys: 'account',
  reflections: 'reflections',
  results: 'results',
  rounds: 'rounds',
  'sign-in through an organisation': 'account',
  'sign-ins': 'account',
  targets: 'agreements',
  venue: 'method',
  workshops: 'workshop',
}

/** Routes that are about something else than their tag says. */
const BY_OPERATION: Readonly<Record<string, Subject>> = {
  acceptProgrammeInvitation: 'account',
  confirmErasure: 'data',
  createReachCheck: 'account',
  endCalendarFeed: 'account',
  exportInstrumentForm: 'rounds',
  exportOrganisation: 'data',
  importInstrument: 'rounds',
  listGuideExamples: 'method',
  makeCalendarFeed: 'account',
  importOrganisation: 'account',
  listOrganisationInstruments: 'rounds',
  makeOrganisation: 'account',
  previewInstrumentImport: 'rounds',
  previewOrganisationImport: 'account',
  readReachCheck: 'account',
  readReflectionGuide: 'method',
  readRetention: 'data',
  requestErasure: 'data',
  stopErasure: 'data',
}

/** Routes that look the reader up themselves, in the organisation of what they show. */
const FOR_MEMBERS = ['explainNumber']
/** Routes that write, but only that the reader is looking: they change nothing that others work on. */
const ONLY_LOOKS = ['markHere', 'noteReflectionPresence']

/** What a route is about; undefined when nobody has said so, which a test refuses. */
export function subjectOf(route: RouteAbout): RouteSubject | undefined {
  const kind = route.config?.policy?.kind
  if (kind === 'public') return 'doors'
  // What is for operators alone and names no organisation is about the server itself.
  if (kind === 'operator' && !route.url.includes('/organisations/')) return 'installation'
  const tag = route.schema?.tags?.[0]
  return BY_OPERATION[operationOf(route)] ?? (tag === undefined ? undefined : BY_TAG[tag])
}

/** What everybody may do with each subject, as the policies of the routes say together. */
export function tableOf(routes: readonly RouteAbout[]): WhoSees['subjects'] {
  return SUBJECTS.map((subject) => {
    const may = Object.fromEntries(VIEWERS.map((who) => [who, 'nothing'])) as Record<Viewer, Measure>
    for (const route of routes) {
      if (subjectOf(route) !== subject) continue
      for (const [who, measure] of grantsOf(route, subject)) may[who] = larger(may[who], measure)
    }
    return { subject, may }
  })
}

/** The page "who can see what" of one organisation: the policies, and the people whom they are about now. */
export async function viewWhoSees(
  { db, now }: { readonly db: Db; readonly now: () => Date },
  scope: Scope,
  routes: readonly RouteAbout[],
): Promise<WhoSees> {
  const time = now().toISOString()
  const organisation = await findOrganisation(db, scope)
  if (organisation === undefined) throw new ProblemError('not-found')
  const kind = OrganisationKind.parse(organisation.kind)
  const members = await listMembers(db, scope)
  const own = members.filter(({ until }) => until === null || until > time)
  const ids = new Set(own.map(({ userId }) => userId))
  const staff = await listParkStaff(db, scope.organisationId, time)
  const people = [...own, ...staff.filter(({ userId }) => !ids.has(userId))]
  return { kind, subjects: tableOf(routes), people: people.map(({ name, role, until }) => ({ name, role, until })) }
}

function grantsOf(route: RouteAbout, subject: Subject): (readonly [Viewer, Measure])[] {
  const operation = operationOf(route)
  const policy: Policy | undefined = FOR_MEMBERS.includes(operation) ? MEMBERS : route.config?.policy
  const writes = [route.method].flat().some((method) => method !== 'GET' && method !== 'HEAD')
  const all: Measure = writes && !ONLY_LOOKS.includes(operation) ? 'change' : 'look'
  const measure = subject === 'account' ? 'own' : all
  switch (policy?.kind) {
    case 'member':
    case 'programme':
    case 'company':
      return policy.roles.map((role) => [role, measure])
    case 'operator':
      return [['operator', measure]]
    case 'respondent':
      return [['participant', 'own']]
    case 'present':
      // Whoever writes in a room shows the secret of a phone that takes part: members and screens only look.
      return writes ? [['participant', measure]] : [...MEMBER_VIEWERS, ...GUESTS].map((who) => [who, measure])
    case 'account':
      return [...new Set([...MEMBER_VIEWERS, ...PROGRAMME_ROLES]), ...OTHER_ACCOUNTS].map((who) => [who, measure])
    default:
      return []
  }
}

const MEMBER_VIEWERS = ['owner', 'facilitator', 'contributor', 'viewer'] as const
const GUESTS = ['participant', 'screen'] as const
const OTHER_ACCOUNTS = ['operator', 'outsider'] as const

function larger(one: Measure, other: Measure): Measure {
  return MEASURES.indexOf(one) >= MEASURES.indexOf(other) ? one : other
}

function operationOf({ schema }: RouteAbout): string {
  return schema?.operationId ?? ''
}
