import { makeScope, type Scope } from '../auth/scope.ts'
import { CONSENT_STATEMENTS } from '../contract/consent-purposes.ts'
import { InterventionContent } from '../contract/interventions.ts'
import type { ConsentPurpose } from '../db/programme-tables.ts'
import { addUser } from '../services/accounts.ts'
import { changeConsent } from '../services/consents.ts'
import { lookAtContributions } from '../services/contributions.ts'
import { answerMatch, putOffer, readMatches, readOffers } from '../services/exchange.ts'
import { moveIntervention, saveEffects, saveIntervention } from '../services/interventions.ts'
import { findOwnParticipation } from '../services/participations.ts'
import { inviteCompany, takePart } from '../services/programme-invitations.ts'
import type { PlannedCompany, PlannedPark } from './programme-plan.ts'
import type { ProgrammeTalk } from './programme-talk.ts'
import { Random } from './random.ts'

/** A company that takes part, and the right of its owner in it. */
export interface MadeCompany {
  readonly planned: PlannedCompany
  readonly park: PlannedPark
  readonly scope: Scope
}

/** A company takes up its link and says what it consents to. */
export async function joinCompany(
  talk: ProgrammeTalk,
  place: { readonly park: PlannedPark; readonly parkId: string },
  planned: PlannedCompany,
  on: string,
): Promise<MadeCompany> {
  const deps = talk.on(on)
  const { token } = await inviteCompany(talk.plain(on), talk.manager, { parkId: place.parkId, note: planned.name })
  const ownerId = await ownerOf(talk, planned, on)
  const company = { name: planned.name, locale: talk.locale }
  const { companyId } = await takePart(talk.plain(on), ownerId, { token, company, sector: planned.sector })
  const scope = makeScope(companyId, ownerId, 'owner')
  const purposes: ConsentPurpose[] = [
    ...(planned.contributes ? ['benchmark' as const] : []),
    ...(planned.named ? (['named', 'public'] as const) : []),
  ]
  const { db } = talk.database
  const { preview } = await lookAtContributions(deps, db, await findOwnParticipation(db, scope, talk.programmeId))
  for (const purpose of purposes) {
    const said = { purpose, act: 'given', statement: CONSENT_STATEMENTS[purpose], locale: talk.locale } as const
    await changeConsent(deps, scope, talk.programmeId, { ...said, tag: preview.tag })
  }
  return { planned, park: place.park, scope }
}

function ownerOf(talk: ProgrammeTalk, { name }: PlannedCompany, on: string): Promise<string> | string {
  if (name === talk.programme.visitor) return talk.visitorId
  const person = talk.nextPerson()
  return talk.database.db.transaction().execute((trx) => addUser(trx, person, talk.on(on).now()))
}

/** Two of every three companies agree on something. */
export async function addAgreements(talk: ProgrammeTalk, companies: readonly MadeCompany[], on: string): Promise<void> {
  const { agreements } = talk.programme
  for (const [index, { scope, planned: company }] of companies.entries()) {
    const planned = agreements[index % agreements.length]
    if (planned === undefined || index % 3 === 2) continue
    const content = InterventionContent.parse({
      ...NOTHING_SAID,
      title: talk.say(planned.title),
      agreement: talk.say(planned.agreement),
      owner: talk.programme.firstNames[index % talk.programme.firstNames.length],
      reviewOn: `${Number(on.slice(0, 4)) + 1}${on.slice(4)}`,
    })
    const id = new Random(`agreement of ${company.name}`).id()
    const deps = talk.on(on)
    await saveIntervention(deps, scope, id, { reflectionId: null, roundId: null, content, revision: 0 })
    const effects = ['internal', 'external'].map((perspective) => {
      return { dimension: planned.dimension, perspective, effect: 1, term: 'short', confidence: 'middle' } as const
    })
    const price = { dimensions: ['financial'], bearer: talk.say(talk.programme.bearer) }
    await saveEffects(deps, scope, id, { effects, price, revision: 0 })
    await moveIntervention(deps, scope, id, { state: 'agreed' })
  }
}

const NOTHING_SAID = {
  driver: '',
  domain: '',
  firstStep: '',
  criteria: [],
  startsOn: null,
  ups: [],
  impact: null,
  support: {},
  potential: {},
}

/** What companies offer and need; of one pair both say yes, the others wait. */
export async function addOffers(talk: ProgrammeTalk, companies: readonly MadeCompany[], on: string): Promise<void> {
  const deps = talk.on(on)
  const { offers, agreed } = talk.programme
  const scopeOf = (name: string): Scope => {
    const found = companies.find(({ planned }) => planned.name === name)
    if (found === undefined) throw new RangeError(`no company of the demo is called ${name}`)
    return found.scope
  }
  for (const { company, text, ...offer } of offers) {
    const id = new Random(`${offer.kind} of ${company}: ${offer.topic}`).id()
    await putOffer(deps, scopeOf(company), talk.programmeId, id, { ...offer, text: talk.say(text) })
  }
  const offering = scopeOf(agreed.offer)
  const ofOffer = await readOffers(talk.database.db, offering, talk.programmeId)
  const first = ofOffer.find(({ kind }) => kind === 'offer')
  for (const scope of [offering, scopeOf(agreed.need)]) {
    const { items } = await readMatches(talk.database.db, scope, talk.programmeId)
    const match = items.find(({ topic }) => topic === first?.topic)
    const answer = { says: 'yes', contact: talk.say(agreed.contact) } as const
    if (match !== undefined) await answerMatch(deps, scope, talk.programmeId, match.id, answer)
  }
}
