import type { Page } from 'playwright-core'
import { launchBrowser } from '../support/browser.ts'
import { BenchClient } from './client.ts'
import { atMost, type Figure, informs } from './figures.ts'
import { startBenchServer, temporaryFolder } from './processes.ts'
import { Scale } from './scale.ts'

const MARKS = { 'chart.js': /chart\.js|RadialLinearScale/i, zod: /ZodError|invalid_union/ }

/** What pages weigh, as a real browser receives them from the real server: compressed, every request counted. */
export async function bundleFigures(): Promise<Figure[]> {
  const server = await startBenchServer({ DATA_DIR: temporaryFolder('bench-bundles') })
  const client = new BenchClient(server.origin)
  await client.signIn()
  const { id, code } = await client.newRound({ mode: 'open' })
  const [secret = ''] = await client.join(code, 1)
  const operation = { opId: 'bench-operation', itemId: 'i01', horizon: 'now', seq: 1, rating: 4 }
  await client.anonymous('PUT', '/api/response/answers', [operation], { authorization: `Respondent ${secret}` })
  await client.call('POST', `/api/organisations/${client.organisationId}/rounds/${id}/close`)
  const open = await client.newRound()
  const browser = await launchBrowser()
  try {
    const context = await browser.newContext()
    const phone = await weigh(await context.newPage(), `${server.origin}/d#${open.code}`, async (page) => {
      await page.locator('button.primary').click()
      await page.waitForSelector('input[type="radio"]')
    })
    const cookies = await context.request.post(`${server.origin}/api/sessions`, {
      data: { email: 'bench@meervoud.example', password: 'a password for benchmarks only' },
      headers: { origin: server.origin },
    })
    if (!cookies.ok()) throw new Error(`sign-in answered ${cookies.status()}`)
    const results = await weigh(
      await context.newPage(),
      `${server.origin}/o/${client.organisationId}/r/${id}/results`,
      async (page) => {
        await page.waitForSelector('canvas')
      },
    )
    return [
      atMost('participant: first load up to the first of 48 questions', phone.kilobytes, 60, 'kB'),
      ...Object.entries(MARKS).map(([name, mark]) => {
        return atMost(
          `participant: files with ${name}`,
          phone.scripts.filter((script) => mark.test(script)).length,
          0,
          '',
          0,
        )
      }),
      atMost('result page', results.kilobytes, 160, 'kB'),
      informs('participant: requests', String(phone.requests)),
    ]
  } finally {
    await browser.close()
    await server.stop()
  }
}

/** Opens an address, does what `walk` does, and weighs everything that came over the line until then. */
async function weigh(page: Page, address: string, walk: (page: Page) => Promise<void>) {
  const scale = await Scale.put(page)
  const scripts: string[] = []
  page.on('response', (response) => {
    if (response.url().endsWith('.js'))
      void response.text().then(
        (text) => scripts.push(text),
        () => undefined,
      )
  })
  await page.goto(address)
  await scale.settled()
  await walk(page)
  await scale.settled()
  return { kilobytes: scale.bytes / 1000, requests: scale.requests, scripts }
}
