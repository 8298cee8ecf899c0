import { randomUUID } from 'node:crypto'
import type { BrowserContext, Page } from 'playwright-core'
import { openDatabase, type Trx } from '../../server/db/open.ts'
import { insertEntry, listEntriesOfQuestion, replaceVote } from '../../server/db/queries/reflection-entries.ts'
import { launchBrowser } from '../support/browser.ts'
import { AGREEMENT } from '../support/world-reflections.ts'
import { BenchClient } from './client.ts'
import { atMost, type Figure, informs, median } from './figures.ts'
import { startBenchServer, temporaryFolder } from './processes.ts'
import { Scale } from './scale.ts'

const PEOPLE = 60
const CARDS = 40
const OPENINGS = 5
const QUESTIONS = [1, 2, 3, 4, 5, 6] as const
const ACCOUNT = { email: 'bench@meervoud.example', password: 'a password for benchmarks only' }

/** A reflection of 60 people with 40 cards each: how fast it opens in a browser, and what its pages weigh. */
export async function reflectionFigures(): Promise<Figure[]> {
  const { dataDir, organisationId, reflectionId, emptyId } = await prepare()
  const server = await startBenchServer({ DATA_DIR: dataDir })
  const browser = await launchBrowser()
  try {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
    const signedIn = await context.request.post(`${server.origin}/api/sessions`, { data: ACCOUNT })
    if (!signedIn.ok()) throw new Error(`sign-in answered ${signedIn.status()}`)
    const url = `${server.origin}/o/${organisationId}/reflections/${reflectionId}`
    const perQuestion = (PEOPLE * CARDS) / QUESTIONS.length
    const empty = `${server.origin}/o/${organisationId}/reflections/${emptyId}`
    const weights = [
      await weigh(context, `${empty}/q/2`),
      await weigh(context, `${empty}/q/7`),
      await weigh(context, empty),
    ]
    const page = await context.newPage()
    const board = await openings(page, `${url}/q/2`, () => cardsAreThere(page, perQuestion))
    const overview = await openings(page, url, () => page.locator('main h1').waitFor())
    return [
      atMost(
        `${PEOPLE} people x ${CARDS} cards: a question with ${perQuestion} of them opens`,
        median(board),
        1,
        's',
        2,
      ),
      atMost(`${PEOPLE} people x ${CARDS} cards: the reflection opens`, median(overview), 1, 's', 2),
      ...pageWeights(weights),
      informs(
        'its 2,400 cards as they travel, compressed',
        `${(await cardsWeight(context, url, reflectionId)).toFixed(1)} kB`,
      ),
    ]
  } finally {
    await browser.close()
    await server.stop()
  }
}

function pageWeights([question = 0, projection = 0, overview = 0]: readonly number[]): Figure[] {
  return [
    atMost('page of a question, before anybody wrote', question, 170, 'kB'),
    atMost('page of question 7 with one intervention and the projected balance', projection, 170, 'kB'),
    atMost('page of a reflection, before anybody wrote', overview, 170, 'kB'),
  ]
}

/** An installation with a released round and its reflection, full of cards. */
async function prepare(): Promise<{
  dataDir: string
  organisationId: string
  reflectionId: string
  emptyId: string
}> {
  const dataDir = temporaryFolder('bench-reflections')
  const server = await startBenchServer({ DATA_DIR: dataDir })
  const client = new BenchClient(server.origin)
  await client.signIn()
  const { organisationId } = client
  const { id, code } = await client.newRound({ mode: 'open' })
  const [secret = ''] = await client.join(code, 1)
  const operations = Array.from({ length: 48 }, (_, index) => {
    const itemId = `i${String(index + 1).padStart(2, '0')}`
    return { opId: `bench-${itemId}`, itemId, horizon: 'now', seq: 1, rating: (index % 5) + 1 }
  })
  await client.anonymous('PUT', '/api/response/answers', operations, { authorization: `Respondent ${secret}` })
  await client.call('POST', `/api/organisations/${organisationId}/rounds/${id}/close`)
  const made = await client.call<{ id: string }>('POST', `/api/organisations/${organisationId}/reflections`, {
    roundId: id,
    capitals: ['natural'],
  })
  const empty = await client.call<{ id: string }>('POST', `/api/organisations/${organisationId}/reflections`, {
    roundId: id,
  })
  const intervention = `/api/organisations/${organisationId}/interventions/${randomUUID()}`
  await client.call('PUT', intervention, { reflectionId: empty.id, roundId: null, content: AGREEMENT, revision: 0 })
  await server.stop()
  await writeCards(dataDir, organisationId, made.id)
  return { dataDir, organisationId, reflectionId: made.id, emptyId: empty.id }
}

async function writeCards(dataDir: string, organisationId: string, reflectionId: string): Promise<void> {
  const database = await openDatabase({ dataDir })
  await database.db.transaction().execute(async (trx) => {
    for (let card = 0; card < PEOPLE * CARDS; card += 1) {
      const question = QUESTIONS[card % QUESTIONS.length] ?? 1
      await insertEntry(trx, {
        organisationId,
        reflectionId,
        id: randomUUID(),
        question,
        body: JSON.stringify(bodyOf(question, card)),
        authorId: null,
        authorKey: null,
        editorId: null,
        groupId: null,
        revision: 1,
      })
    }
    for (const question of QUESTIONS) await giveDots(trx, { organisationId, id: reflectionId }, question)
  })
  await database.close()
}

/** Everybody gives three dots to a question, all over its cards. */
async function giveDots(trx: Trx, reflection: { organisationId: string; id: string }, question: number): Promise<void> {
  const cards = await listEntriesOfQuestion(trx, reflection, question)
  for (let person = 0; person < PEOPLE; person += 1) {
    const chosen = [0, 1, 2].flatMap((dot) => cards[(person * 7 + dot * 13) % cards.length]?.id ?? [])
    await replaceVote(trx, reflection, question, `person ${person}`, Object.fromEntries(chosen.map((id) => [id, 1])))
  }
}

function bodyOf(question: number, card: number): object {
  const text = `Card ${card}: the third truck this week drove back half empty, and nobody asked who it was for`
  switch (question) {
    case 1:
      return { kind: 'tension', text }
    case 2:
      return { kind: 'behaviour', text }
    case 3:
      return { kind: 'force', text, lens: 'money', pull: 'sustains' }
    case 4:
      return { kind: 'bright-spot', text, place: 'Zaandam', contact: '', exampleId: null }
    case 5:
      return { kind: 'condition', text }
    default:
      return { kind: 'idea', text }
  }
}

/** What a page weighs on a first visit: code, styles, texts and answers, compressed, every request counted. */
async function weigh(context: BrowserContext, address: string): Promise<number> {
  const fresh = await context.browser()?.newContext({ storageState: await context.storageState() })
  if (fresh === undefined) throw new Error('the browser is gone')
  const page = await fresh.newPage()
  const scale = await Scale.put(page)
  await page.goto(address)
  await page.locator('main h1').waitFor()
  await scale.settled()
  await fresh.close()
  return scale.bytes / 1000
}

/** Kilobytes of the reflection itself with all its cards. */
async function cardsWeight(context: BrowserContext, address: string, reflectionId: string): Promise<number> {
  const page = await context.newPage()
  const read = page.waitForEvent(
    'requestfinished',
    (request) => request.url().endsWith(`/reflections/${reflectionId}`) && request.url().includes('/api/'),
  )
  await page.goto(address)
  const { responseBodySize } = await (await read).sizes()
  await page.close()
  return responseBodySize / 1000
}

/** Seconds from the address to what the page shows, with its files in the cache as on a second visit. */
async function openings(page: Page, address: string, isThere: () => Promise<unknown>): Promise<number[]> {
  const times: number[] = []
  for (let opening = 0; opening <= OPENINGS; opening += 1) {
    await page.goto('about:blank')
    const start = performance.now()
    await page.goto(address, { waitUntil: 'commit' })
    await isThere()
    if (opening > 0) times.push((performance.now() - start) / 1000)
  }
  return times
}

/** A long list is shown in parts: the first part stands there, and how many there are in all. */
async function cardsAreThere(page: Page, cards: number): Promise<void> {
  await page.waitForFunction((all) => {
    const shown = document.querySelectorAll('main ul.talk-cards > li').length
    return shown >= Math.min(all, 60) && document.querySelector('main .card-search [role=status]') !== null
  }, cards)
}
