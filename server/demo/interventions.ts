import { hashSecret, makeRandomId, makeSecret } from '../auth/secrets.ts'
import { type Intervention, InterventionContent } from '../contract/interventions.ts'
import { keepStance, moveConsent, resolveVoice } from '../services/consent.ts'
import { reviewIntervention } from '../services/intervention-reviews.ts'
import { moveIntervention, saveEffects, saveIntervention } from '../services/interventions.ts'
import { voterKeyOf } from '../services/reflection-access.ts'
import type { DemoIntervention } from './conversation.ts'
import type { DemoTalk } from './talk.ts'

/** Stores an intervention as it went: written, expected, consented to, agreed, looked back at. */
export async function addDemoIntervention(
  talk: DemoTalk,
  reflectionId: string,
  id: string,
  demo: DemoIntervention,
): Promise<void> {
  const scope = talk.scopeOf(demo.by)
  const deps = talk.on(demo.writtenOn)
  const content = contentOf(talk, demo)
  await saveIntervention(deps, scope, id, { reflectionId, roundId: null, content, revision: 0 })
  const effects = demo.effects.flatMap(({ dimension, sides, term, confidence }) =>
    Object.entries(sides).map(([perspective, effect]) => ({ dimension, perspective, effect, term, confidence })),
  )
  const price = { dimensions: demo.price.dimensions, bearer: talk.say(demo.price.bearer) }
  await saveEffects(deps, scope, id, { effects, price, revision: 0 })
  if (demo.consent !== undefined) await addConsent(talk, id, demo, demo.consent)
  for (const step of demo.steps) {
    if ('state' in step) await moveIntervention(talk.on(step.on), scope, id, { state: step.state })
    else await addReview(talk, id, step)
  }
}

function contentOf(talk: DemoTalk, { content }: DemoIntervention): InterventionContent {
  return InterventionContent.parse({
    ...content,
    title: talk.say(content.title),
    driver: talk.say(content.driver),
    agreement: talk.say(content.agreement),
    domain: talk.say(content.domain),
    firstStep: talk.say(content.firstStep),
    criteria: content.criteria.map((line) => talk.say(line)),
  })
}

async function addReview(
  talk: DemoTalk,
  id: string,
  { on, by, review }: Extract<DemoIntervention['steps'][number], { review: unknown }>,
): Promise<void> {
  await reviewIntervention(talk.on(on), talk.scopeOf(by), id, {
    ...review,
    id: makeRandomId(),
    why: talk.say(review.why),
    improve: talk.say(review.improve),
  })
}

/** Who is named has no objection; the others are phones. */
async function addConsent(
  talk: DemoTalk,
  id: string,
  { by }: DemoIntervention,
  { openedOn, closedOn, noObjection, voices }: NonNullable<DemoIntervention['consent']>,
): Promise<void> {
  const scope = talk.scopeOf(by)
  const deps = talk.on(openedOn)
  await moveConsent(deps, scope, id, 'open')
  const stances = [
    ...Array.from({ length: noObjection }, () => ({ stance: 'no-objection' as const, text: '' })),
    ...voices.map(({ stance, text }) => ({ stance, text: talk.say(text) })),
  ]
  await deps.database.db.transaction().execute(async (trx) => {
    for (const [place, stance] of stances.entries()) {
      const member = place < noObjection ? talk.everybody[place] : undefined
      const key = member === undefined ? hashSecret(makeSecret()) : voterKeyOf(member)
      await keepStance(deps, trx, { organisationId: talk.organisationId, id }, key, makeRandomId(), stance)
    }
  })
  if (closedOn === null) return
  const closed = await moveConsent(talk.on(closedOn), scope, id, 'closed')
  for (const { text, resolution } of voices) {
    const voice = voiceThatSays(closed, talk.say(text))
    await resolveVoice(talk.on(closedOn), scope, id, voice, { resolution })
  }
}

function voiceThatSays({ consent }: Intervention, text: string): string {
  return consent.voices.find((voice) => voice.text === text)?.id ?? ''
}
