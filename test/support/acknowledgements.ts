import type { Page } from 'playwright-core'
import { type Acknowledgement, Acknowledgements } from '../../server/contract/responses.ts'

/** Notes every acknowledgement that this page receives. */
export function acknowledgementsOf(page: Page): Acknowledgement[] {
  const received: Acknowledgement[] = []
  page.on('response', async (reply) => {
    if (!reply.url().endsWith('/answers') || !reply.ok()) return
    received.push(...Acknowledgements.parse(await reply.json().catch(() => [])))
  })
  return received
}
