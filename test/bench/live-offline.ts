import { once } from 'node:events'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import type { Browser } from 'playwright-core'
import { DATABASE_FILE } from '../../server/db/sqlite.ts'
import { launchBrowser } from '../support/browser.ts'
import { Phone } from '../support/phone.ts'
import { atLeast, atMost, type Figure, informs } from './figures.ts'
import { openLiveRoom } from './live-room.ts'
import { startBenchServer, temporaryFolder } from './processes.ts'

const PAGES = 20
const ITEMS = 24
/** Pages that are worked on at the same time: two processors draw no more. */
const AT_A_TIME = 4

/** The server is killed and started again while 20 pages are offline with 24 answers each. */
export async function offlineFigures(): Promise<Figure[]> {
  const dataDir = temporaryFolder('live-offline')
  const room = await openLiveRoom('offline', { variant: 'pulse', horizons: ['now'] }, { DATA_DIR: dataDir })
  const browser = await launchBrowser()
  try {
    const phones = await takePhones(browser, room.server.origin, room.code)
    const ended = once(room.server.process, 'exit')
    room.server.process.kill('SIGKILL')
    await ended
    const again = await startBenchServer({ DATA_DIR: dataDir, PORT: new URL(room.server.origin).port })
    const start = performance.now()
    const received = await Promise.all(phones.map(comeBack))
    const seconds = (performance.now() - start) / 1_000
    const right = await Promise.all(phones.map(countRight))
    await again.stop()
    const stored = countStored(dataDir)
    return [
      atLeast('offline: answers on the server after kill -9', stored.answers, PAGES * ITEMS, 0),
      atMost('offline: respondents, each once', stored.respondents, PAGES, '', 0),
      atLeast(
        'offline: answers that are what was chosen',
        right.reduce((sum, count) => sum + count, 0),
        PAGES * ITEMS,
        0,
      ),
      atLeast('offline: pages that end in "received"', received.filter(Boolean).length, PAGES, 0),
      informs('offline: from the network until the last page says so', `${seconds.toFixed(1)} s`),
    ]
  } finally {
    await browser.close()
  }
}

async function takePhones(browser: Browser, origin: string, code: string): Promise<Phone[]> {
  const phones: Phone[] = []
  let next = 0
  const work = async () => {
    while (next < PAGES) {
      const place = next
      next += 1
      const phone = await Phone.take(browser, origin)
      phones[place] = phone
      await phone.join(code)
      await phone.context.setOffline(true)
      await answerAll(phone, place)
    }
  }
  await Promise.all(Array.from({ length: AT_A_TIME }, work))
  return phones
}

/** The step that this phone chooses at a question, both counted from 0. */
function choiceOf(place: number, question: number): number {
  return ((place + question) % 5) + 1
}

async function answerAll(phone: Phone, place: number): Promise<void> {
  for (let question = 0; question < ITEMS; question += 1) {
    await phone.question(question + 1).waitFor()
    await phone.choice(new RegExp(`^${choiceOf(place, question)} `)).check()
    await phone.page.locator('button[type="submit"]').click()
  }
  await phone.page.locator('main').getByText(`${ITEMS} answers have not been received yet`).waitFor()
  await phone.button('Done').click()
}

async function comeBack(phone: Phone): Promise<boolean> {
  await phone.context.setOffline(false)
  const received = phone.page.locator('main').getByText('Everything has been received.')
  return received.waitFor({ timeout: 30_000 }).then(
    () => true,
    () => false,
  )
}

async function countRight(phone: Phone, place: number): Promise<number> {
  const { items, answers } = await phone.onServer()
  return items.filter(({ id }, question) => {
    const answer = answers[id]?.['now']
    return answer !== undefined && 'rating' in answer && answer.rating === choiceOf(place, question)
  }).length
}

function countStored(dataDir: string): { respondents: number; answers: number } {
  const database = new Sqlite(join(dataDir, DATABASE_FILE), { readonly: true })
  const rows = database.prepare<[], { answers: string }>('select answers from sheet').all()
  database.close()
  const given = rows.map(({ answers }) => [...answers].filter((answer) => /[1-5]/.test(answer)).length)
  return { respondents: rows.length, answers: given.reduce((sum, count) => sum + count, 0) }
}
