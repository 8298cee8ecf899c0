import { sendRaw } from './raw.ts'

const SECOND = 'GET /api/smuggled HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n'
const BODY = `0\r\n\r\n${SECOND}`

/**
 * Requests that a proxy and a server could cut apart at different places: two lengths, lengths written oddly, a chunked
 * body with another length, lines that end in other ways, names with spaces.
 */
export const PAIRS: readonly (readonly [what: string, bytes: string])[] = [
  ['CL.TE', post(`Content-Length: ${BODY.length}\r\nTransfer-Encoding: chunked\r\n`, BODY)],
  ['TE.CL', post(`Transfer-Encoding: chunked\r\nContent-Length: 4\r\n`, chunked(SECOND))],
  ['TE.CL, with a short length', post('Content-Length: 3\r\nTransfer-Encoding: chunked\r\n', chunked(SECOND))],
  ...[
    'Transfer-Encoding: xchunked',
    'Transfer-Encoding : chunked',
    'Transfer-Encoding: chunked\r\nTransfer-Encoding: x',
    'Transfer-Encoding: x\r\nTransfer-Encoding: chunked',
    'Transfer-Encoding:\tchunked',
    'Transfer-Encoding: chunked, identity',
    'Transfer-Encoding: identity',
    'Transfer-Encoding: "chunked"',
    'X: x\nTransfer-Encoding: chunked',
    ' Transfer-Encoding: chunked',
    'Transfer-Encoding\r\n : chunked',
    'Transfer-Encoding: chun\r\n ked',
    'Transfer-Encoding: chunked\u000b',
  ].map((line): [string, string] => [
    `TE.TE: ${JSON.stringify(line)}`,
    post(`Content-Length: ${BODY.length}\r\n${line}\r\n`, BODY),
  ]),
  ['two lengths', post(`Content-Length: 2\r\nContent-Length: ${SECOND.length + 2}\r\n`, `{}${SECOND}`)],
  ['two lengths in one line', post(`Content-Length: 2, ${SECOND.length + 2}\r\n`, `{}${SECOND}`)],
  ...['+2', '-2', '0x2', '2 ', '2.0', '2e0', '02 3', '\u00002', '18446744073709551618'].map(
    (length): [string, string] => [
      `the length ${JSON.stringify(length)}`,
      post(`Content-Length: ${length}\r\n`, `{}${SECOND}`),
    ],
  ),
  ['a space before the colon', post('Content-Length : 2\r\n', `{}${SECOND}`)],
  ['a chunk with an odd size', post('Transfer-Encoding: chunked\r\n', `0x2\r\n{}\r\n0\r\n\r\n${SECOND}`)],
  ['a chunk with a negative size', post('Transfer-Encoding: chunked\r\n', `-2\r\n{}\r\n0\r\n\r\n${SECOND}`)],
  ['a chunk that is longer than it says', post('Transfer-Encoding: chunked\r\n', `1\r\n{}\r\n0\r\n\r\n${SECOND}`)],
  ['a chunk that ends in a line feed', post('Transfer-Encoding: chunked\r\n', `2\n{}\n0\n\n${SECOND}`)],
  ['an extension with a line feed', post('Transfer-Encoding: chunked\r\n', `2;a\n{}\r\n0\r\n\r\n${SECOND}`)],
  ['lines that end in a carriage return', `POST /api/join HTTP/1.1\rHost: 127.0.0.1\rContent-Length: 0\r\r${SECOND}`],
  [
    'a folded header',
    `GET /api/start HTTP/1.1\r\nHost: 127.0.0.1\r\nX: a\r\n GET /api/smuggled\r\nContent-Length: ,\r\n\r\n`,
  ],
  ['HTTP/0.9', `GET /api/smuggled\r\n\r\n${SECOND}`],
  ['HTTP/2 over plain text', `PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n${SECOND}`],
  ['a version that is none', `GET /api/start HTTP/1.1 HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n${SECOND}`],
  ['a space in the target', `GET /api/start /api/smuggled HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n${SECOND}`],
  ['a line end in the target', `GET /api/start%0d%0aHost:%20evil.example HTTP/1.1\r\nHost: evil.example\r\n\r\n`],
  ['NUL in a header', `GET /api/start HTTP/1.1\r\nHost: 127.0.0.1\r\nX: a\u0000b\r\n\r\n${SECOND}`],
]

/** What came of it. */
export interface SmugglingOutcome {
  readonly tried: number
  readonly weaknesses: readonly string[]
}

/**
 * Sends each pair to a server that listens, and looks at how many requests it saw. A length that is no length, and two
 * that differ, must end the connection with one refusal: nothing that follows is a request of somebody.
 */
export async function trySmuggling(port: number): Promise<SmugglingOutcome> {
  const weaknesses: string[] = []
  const outcomes = await Promise.all(
    PAIRS.map(async ([what, bytes]) => ({ what, answers: await sendRaw(port, bytes) })),
  )
  for (const { what, answers } of outcomes) {
    const [first] = answers
    if (answers.length > 1) weaknesses.push(`${what}: ${answers.map(({ status }) => status).join(', ')}`)
    else if (first !== undefined && first.status < 400) weaknesses.push(`${what}: ${first.status}`)
    else if (first !== undefined && first.status >= 500 && first.status !== 505)
      weaknesses.push(`${what}: ${first.status}`)
  }
  return { tried: PAIRS.length, weaknesses }
}

function post(headers: string, body: string): string {
  return `POST /api/join HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n${headers}\r\n${body}`
}

function chunked(text: string): string {
  return `${text.length.toString(16)}\r\n${text}\r\n0\r\n\r\n`
}
