import { randomUUID } from 'node:crypto'
import {
  CompanySheet,
  type EvidenceFile,
  type ItemWorkInput,
  SignOffView,
} from '../../server/contract/company-sheets.ts'
import { Acknowledgements } from '../../server/contract/responses.ts'
import { RoundMade } from '../../server/contract/rounds.ts'
import { FILE_TYPE } from '../../server/plugins/file-body.ts'
import type { Client, Reply } from './client.ts'

/** The calls that a team makes on one sheet of its organisation. */
export class SheetCalls {
  readonly organisationId: string
  readonly roundId: string
  readonly #path: string

  constructor(organisationId: string, roundId: string) {
    this.organisationId = organisationId
    this.roundId = roundId
    this.#path = `/api/organisations/${organisationId}/rounds/${roundId}`
  }

  async read(client: Client, query = ''): Promise<CompanySheet> {
    return (await this.ask(client, query)).as(CompanySheet)
  }

  ask(client: Client, query = ''): Promise<Reply> {
    return client.get(`${this.#path}/sheet${query}`)
  }

  send(client: Client, operations: readonly object[]): Promise<Reply> {
    return client.put(`${this.#path}/sheet/answers`, operations)
  }

  /** What became of each operation. */
  async answer(client: Client, ...operations: readonly object[]): Promise<string[]> {
    const acknowledged = (await this.send(client, operations)).as(Acknowledgements)
    return acknowledged.map(({ status, code }) => code ?? status)
  }

  settle(client: Client, conflict: string, keep: 'stored' | 'other', opId: string = randomUUID()): Promise<Reply> {
    return client.post(`${this.#path}/sheet/conflicts/${conflict}`, { keep, seq: 9, opId })
  }

  work(client: Client, item: string, input: ItemWorkInput): Promise<Reply> {
    return client.put(`${this.#path}/sheet/items/${item}`, input)
  }

  here(client: Client, itemId: string | null): Promise<Reply> {
    return client.put(`${this.#path}/sheet/here`, { itemId })
  }

  addFile(client: Client, item: string, content: Buffer, name: string, id: string = randomUUID()): Promise<Reply> {
    const headers = { 'content-type': FILE_TYPE, 'x-file-name': encodeURIComponent(name) }
    return client.with(headers).call('PUT', `${this.#path}/sheet/files/${id}?item=${item}`, content)
  }

  download(client: Client, { id }: Pick<EvidenceFile, 'id'>): Promise<Reply> {
    return client.get(`${this.#path}/sheet/files/${id}`)
  }

  removeFile(client: Client, { id }: Pick<EvidenceFile, 'id'>): Promise<Reply> {
    return client.delete(`${this.#path}/sheet/files/${id}`)
  }

  async signOffView(client: Client): Promise<SignOffView> {
    return (await client.get(`${this.#path}/sheet/sign-off`)).as(SignOffView)
  }

  /** Signs off, agreeing to all that the view says. */
  async signOff(client: Client): Promise<Reply> {
    const { destinations } = await this.signOffView(client)
    return this.signOffFor(
      client,
      destinations.map(({ destination }) => destination),
    )
  }

  signOffFor(client: Client, destinations: readonly string[]): Promise<Reply> {
    return client.post(`${this.#path}/sheet/sign-off`, { destinations })
  }

  move(client: Client, move: 'open' | 'reopen' | 'archive' | 'close' | 'releases'): Promise<Reply> {
    return client.post(`${this.#path}/${move}`)
  }
}

/** Makes a round that a team answers together. */
export async function newSheet(
  owner: Client,
  organisationId: string,
  input: Readonly<Record<string, unknown>> = {},
): Promise<SheetCalls> {
  const reply = await owner.post(`/api/organisations/${organisationId}/rounds`, {
    instrument: { id: 'six-capitals', version: '1.0.0' },
    ...(input['variant'] === undefined && { itemIds: ['i01', 'i02', 'i03'] }),
    period: '2026-Q4',
    horizons: ['now', 'ahead'],
    mode: 'open',
    answering: 'together',
    ...input,
  })
  return new SheetCalls(organisationId, reply.as(RoundMade).id)
}

/** Lets somebody do on one sheet everything that there is to do, with `mark` in whatever is typed, and sign it off. */
export async function fillSheet(client: Client, organisationId: string, mark: string): Promise<SheetCalls> {
  const sheet = await newSheet(client, organisationId, { title: `${mark} sheet` })
  const { rating: _, ...place } = rated('i01', 1)
  const first = { ...place, missing: 'not_applicable', reason: `${mark} before` }
  const second = { ...place, opId: randomUUID(), missing: 'not_applicable', reason: `${mark} after` }
  await sheet.answer(client, first, { ...second, replaces: first.opId }, rated('i02', 4))
  await sheet.work(client, 'i01', {
    revision: 0,
    certainty: 'gut',
    note: `${mark} ledger`,
    link: 'https://example.org',
  })
  await sheet.addFile(client, 'i02', Buffer.from(`${mark} counted by hand`), `${mark} file.txt`)
  await sheet.here(client, 'i01')
  const reply = await sheet.signOff(client)
  if (reply.status !== 204) throw new Error(reply.text)
  return sheet
}

/** One answer as a member sends it; what a test is about goes into `changes`. */
export function rated(itemId: string, rating: number, changes: Readonly<Record<string, unknown>> = {}) {
  return { opId: randomUUID() as string, itemId, horizon: 'now', seq: 1, rating, ...changes }
}
