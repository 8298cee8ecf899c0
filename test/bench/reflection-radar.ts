import { randomUUID } from 'node:crypto'
import type { CDPSession, Page } from 'playwright-core'
import { launchBrowser } from '../support/browser.ts'
import { BenchClient } from './client.ts'
import { atMost, type Figure, informs, median, percentile95 } from './figures.ts'
import { startBenchServer, temporaryFolder } from './processes.ts'

const SLOWER = 4
const PASS = 30
const PASSES = 3
const WARM = 10
const INTERVENTIONS = 6
const CAPITALS = ['human', 'social', 'intellectual', 'manufactured', 'natural', 'financial']
const ACCOUNT = { email: 'bench@meervoud.example', password: 'a password for benchmarks only' }
const CATEGORIES = ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'blink.user_timing']
const SCRIPT = new Set([
  'EvaluateScript',
  'FunctionCall',
  'EventDispatch',
  'RunMicrotasks',
  'FireAnimationFrame',
  'TimerFire',
])

/** One event of a trace; times in microseconds, `tdur` those that the thread itself ran. */
interface TraceEvent {
  readonly name: string
  readonly ph: string
  readonly ts: number
  readonly dur?: number
  readonly tdur?: number
  readonly tid: number
}

/**
 * How much script the browser runs from a changed effect to the frame that shows it: the effect's own row, the radar,
 * the checks and the table. From a trace of the page on a processor that is four times slower.
 */
export async function radarFigures(): Promise<Figure[]> {
  const server = await startBenchServer({ DATA_DIR: temporaryFolder('bench-radar') })
  const browser = await launchBrowser()
  try {
    const { organisationId, reflectionId } = await prepare(server.origin)
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
    const signedIn = await context.request.post(`${server.origin}/api/sessions`, { data: ACCOUNT })
    if (!signedIn.ok()) throw new Error(`sign-in answered ${signedIn.status()}`)
    const page = await context.newPage()
    await page.goto(`${server.origin}/o/${organisationId}/reflections/${reflectionId}/q/7`)
    await page.locator('mv-projection-radar .projection-line').waitFor({ state: 'attached' })
    await page.locator('.effects .proposal > summary').first().click()
    await page.locator('mv-effects-form input').first().waitFor()
    const times = scriptTimes(await traced(page, WARM + PASS * PASSES)).slice(WARM)
    const passes = Array.from({ length: PASSES }, (_, pass) =>
      percentile95(times.slice(pass * PASS, (pass + 1) * PASS)),
    )
    return [
      atMost(
        `projected radar follows an effect, script on a ${SLOWER}x slower processor: p95 of ${PASS}, best of ${PASSES} passes`,
        // Other work on the machine only adds to it.
        Math.min(...passes),
        16,
        'ms',
      ),
      informs('projected radar follows an effect: median', `${median(times).toFixed(1)} ms`),
    ]
  } finally {
    await browser.close()
    await server.stop()
  }
}

/** An installation with a released round, a reflection on it, and six proposals with effects on all capitals. */
async function prepare(origin: string): Promise<{ organisationId: string; reflectionId: string }> {
  const client = new BenchClient(origin)
  await client.signIn()
  const { organisationId } = client
  const organisation = `/api/organisations/${organisationId}`
  const { id, code } = await client.newRound({ mode: 'open' })
  const [secret = ''] = await client.join(code, 1)
  const operations = Array.from({ length: 48 }, (_, index) => {
    const itemId = `i${String(index + 1).padStart(2, '0')}`
    return { opId: `bench-${itemId}`, itemId, horizon: 'now', seq: 1, rating: (index % 5) + 1 }
  })
  await client.anonymous('PUT', '/api/response/answers', operations, { authorization: `Respondent ${secret}` })
  await client.call('POST', `${organisation}/rounds/${id}/close`)
  const reflection = await client.call<{ id: string }>('POST', `${organisation}/reflections`, { roundId: id })
  for (let at = 0; at < INTERVENTIONS; at += 1) await propose(client, organisation, reflection.id, at)
  return { organisationId, reflectionId: reflection.id }
}

async function propose(client: BenchClient, organisation: string, reflectionId: string, at: number): Promise<void> {
  const path = `${organisation}/interventions/${randomUUID()}`
  const empty = { driver: '', agreement: '', domain: '', owner: '', firstStep: '', criteria: [], ups: [] }
  const content = { ...empty, startsOn: null, reviewOn: null, impact: null, support: {}, potential: {} }
  const title = `Proposal ${at + 1}`
  await client.call('PUT', path, { reflectionId, roundId: null, content: { ...content, title }, revision: 0 })
  const effects = CAPITALS.flatMap((dimension) =>
    ['internal', 'external'].map((perspective) => {
      return { dimension, perspective, effect: at % 2, term: 'medium', confidence: 'middle' }
    }),
  )
  const price = { dimensions: ['financial'], bearer: 'The owners' }
  await client.call('PUT', `${path}/effects`, { effects, price, revision: 0 })
}

/** Changes effects one after another, each followed to the frame that shows it, and answers what the browser did. */
async function traced(page: Page, changes: number): Promise<TraceEvent[]> {
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
  const events = collect(session)
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: CATEGORIES },
  })
  for (let change = 0; change < changes; change += 1) {
    await page.evaluate(async (nth) => {
      const rows = [...document.querySelectorAll('mv-effects-form .effect-steps')]
      const inputs = rows[nth % rows.length]?.querySelectorAll('input') ?? []
      const input = [...inputs].filter((one) => !one.checked)[nth % 4]
      if (!input) throw new Error('there is no effect to change')
      const line = () => document.querySelector('.projection-line')?.getAttribute('d')
      const before = line()
      performance.mark('change-start')
      // In a task of its own, so that the trace shows it apart.
      await new Promise<void>((resolve) => {
        setTimeout(() => {
          input.click()
          resolve()
        })
      })
      await new Promise((resolve) => requestAnimationFrame(resolve))
      performance.mark('change-end')
      if (line() === before) throw new Error(`the radar did not follow change ${nth} within a frame`)
    }, change)
  }
  const done = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve))
  await session.send('Tracing.end')
  await done
  return events
}

function collect(session: CDPSession): TraceEvent[] {
  const events: TraceEvent[] = []
  session.on('Tracing.dataCollected', ({ value }) => {
    for (const event of value) if (isTraceEvent(event)) events.push(event)
  })
  return events
}

function isTraceEvent(event: object): event is TraceEvent {
  return 'name' in event && 'ph' in event && 'ts' in event && 'tid' in event
}

/**
 * Milliseconds of script between each pair of marks. Time of the thread, not of the clock: what else the machine does
 * meanwhile is no work of the page. What lies in one another counts once.
 */
function scriptTimes(events: readonly TraceEvent[]): number[] {
  const marks = events.filter(({ name }) => name === 'change-start' || name === 'change-end')
  const sorted = marks.toSorted((a, b) => a.ts - b.ts)
  return sorted.flatMap((start, at) => {
    const end = sorted[at + 1]
    if (start.name !== 'change-start' || end?.name !== 'change-end') return []
    const pieces = events
      .filter(
        ({ name, ph, tid, ts }) => SCRIPT.has(name) && ph === 'X' && tid === start.tid && ts >= start.ts && ts < end.ts,
      )
      .toSorted((a, b) => a.ts - b.ts)
    let [spent, until] = [0, start.ts]
    for (const { ts, dur = 0, tdur = dur } of pieces) {
      if (ts < until) continue
      spent += tdur
      until = ts + dur
    }
    return [spent / 1000]
  })
}
