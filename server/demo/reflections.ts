import { hashSecret, makeSecret } from '../auth/secrets.ts'
import { EntryBody, KINDS_OF_QUESTION } from '../contract/reflections.ts'
import { DOTS_EACH } from '../contract/room-limits.ts'
import type { Trx } from '../db/open.ts'
import { insertEntry } from '../db/queries/reflection-entries.ts'
import { findReflection, updateReflection } from '../db/queries/reflections.ts'
import { listRounds } from '../db/queries/rounds.ts'
import type { ReflectionRow } from '../db/tables.ts'
import { voterKeyOf } from '../services/reflection-access.ts'
import { keepDots } from '../services/reflection-entries.ts'
import { changeReflection, startReflection } from '../services/reflections.ts'
import type { DemoCard, DemoReflection } from './conversation.ts'
import { addDemoIntervention } from './interventions.ts'
import { Random } from './random.ts'
import type { DemoTalk } from './talk.ts'

/** A card with the id that it gets. */
interface PlacedCard {
  readonly id: string
  readonly question: number
  readonly body: EntryBody
  readonly author: string | null
  readonly carried: boolean
  readonly dots: number
  readonly groupId: string | null
}

/** Stores a reflection about a round that has its release: cards, dots, interventions, and that it was closed. */
export async function addDemoReflection(talk: DemoTalk, reflection: DemoReflection): Promise<void> {
  const { period, by, startedOn, closedOn, title, capitals, phases } = reflection
  const deps = talk.on(startedOn)
  const scope = talk.scopeOf(by)
  const random = new Random(`conversation ${period}`)
  const id = random.id()
  const rounds = await listRounds(deps.database.db, scope)
  const round = rounds.find((one) => one.period === period && one.purpose === 'assessment')
  await startReflection(deps, scope, { id, roundId: round?.id ?? '', title: talk.say(title), capitals })
  const cards = placeCards(talk, reflection, random)
  await deps.database.db.transaction().execute(async (trx) => {
    const row = await findReflection(trx, scope, id)
    if (row === undefined) throw new RangeError(`the reflection about ${period} was not stored`)
    await storeCards(trx, row, cards)
    await giveDots(trx, talk, row, cards, reflection.candidates)
    await updateReflection(trx, row, { phases: JSON.stringify(phases) })
  })
  for (const intervention of reflection.interventions) await addDemoIntervention(talk, id, random.id(), intervention)
  if (closedOn !== null) await changeReflection(talk.on(closedOn), scope, id, { state: 'closed' })
}

function placeCards(talk: DemoTalk, reflection: DemoReflection, random: Random): PlacedCard[] {
  const author = talk.scopeOf(reflection.by).userId
  const written = reflection.cards.map((card) => ({ card, id: random.id() }))
  const own = (question: number, body: EntryBody): PlacedCard => {
    return { id: random.id(), question, body, author, carried: false, dots: 0, groupId: null }
  }
  const { situation, effect, need } = reflection.driver
  const driver = { kind: 'driver', situation: talk.say(situation), effect: talk.say(effect), need: talk.say(need) }
  return [
    own(1, EntryBody.parse(driver)),
    ...Object.entries(reflection.carry).map(([question, text]) =>
      own(Number(question), { kind: 'carry', text: talk.say(text) }),
    ),
    ...written.map(({ card, id }) => ({
      id,
      question: card.question,
      body: bodyOf(talk, card),
      author: card.by === undefined ? null : talk.scopeOf(card.by).userId,
      carried: card.carried,
      dots: card.dots,
      groupId: card.under === undefined ? null : idOf(written, card.under),
    })),
  ]
}

function idOf(written: readonly { card: DemoCard; id: string }[], key: string): string {
  const found = written.find(({ card }) => card.key === key)
  if (found === undefined) throw new RangeError(`no card of the demo is called ${key}`)
  return found.id
}

/** @throws {RangeError} for a kind that the question does not take. */
function bodyOf(talk: DemoTalk, { question, kind, ...card }: DemoCard): EntryBody {
  if (!KINDS_OF_QUESTION[question]?.includes(kind)) throw new RangeError(`question ${question} takes no ${kind}`)
  const text = talk.say(card.text)
  if (kind === 'force') return { kind, text, lens: card.lens ?? null, pull: card.pull ?? null }
  if (kind !== 'bright-spot') return { kind, text }
  const contact = talk.say(card.contact)
  if (card.example === undefined) return { kind, text, place: talk.say(card.place), contact, exampleId: null }
  return { kind, ...talk.exampleOf(card.example), contact, exampleId: card.example }
}

async function storeCards(trx: Trx, row: ReflectionRow, cards: readonly PlacedCard[]): Promise<void> {
  for (const { id, question, body, author, carried, groupId } of cards) {
    await insertEntry(trx, {
      organisationId: row.organisationId,
      reflectionId: row.id,
      id,
      question,
      body: JSON.stringify(EntryBody.parse(body)),
      authorId: author,
      authorKey: author === null ? nobodysKey() : null,
      editorId: null,
      carried: carried ? 1 : 0,
      groupId,
      revision: 1,
    })
  }
}

/** The name under which a phone would take part: of a secret that nobody has. */
function nobodysKey(): string {
  return hashSecret(makeSecret())
}

/** Everybody who is named gives dots, and as many phones as it takes for the rest. */
async function giveDots(
  trx: Trx,
  talk: DemoTalk,
  row: ReflectionRow,
  cards: readonly PlacedCard[],
  candidates: Readonly<Record<string, number>>,
): Promise<void> {
  for (const question of [1, 2, 3, 4, 5, 6, 7]) {
    const dotted = cards.filter((card) => card.question === question && card.dots > 0)
    const liked = [
      ...(question === 1 ? Object.entries(candidates) : []),
      ...dotted.map(({ id, dots }): [string, number] => [id, dots]),
    ].flatMap(([id, dots]) => Array.from({ length: dots }, () => id))
    const voters = Math.ceil(liked.length / DOTS_EACH)
    for (let voter = 0; voter < voters; voter += 1) {
      const dots: Record<string, number> = {}
      for (const id of liked.filter((_, place) => place % voters === voter)) dots[id] = (dots[id] ?? 0) + 1
      const member = talk.everybody[voter]
      const key = member === undefined ? nobodysKey() : voterKeyOf(member)
      await keepDots(trx, row, key, { question, dots })
    }
  }
}
