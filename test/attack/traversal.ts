import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sendRaw } from './raw.ts'

/** What stands beside the folder that is served, and is for nobody. */
export const OUTSIDE = 'canary-outside-the-web-root'

/** Lays out a folder with pages and, beside and hidden in it, files that must not be served; the folder to serve. */
export function layOutFiles(folder: string): string {
  const root = join(folder, 'public')
  mkdirSync(join(root, 'assets'), { recursive: true })
  for (const page of ['index', 'join', 'wall']) writeFileSync(join(root, `${page}.html`), '<p>page')
  writeFileSync(join(root, 'assets', 'app-abc.js'), 'export {}')
  writeFileSync(join(folder, 'secret.txt'), OUTSIDE)
  mkdirSync(join(folder, 'public-too'))
  writeFileSync(join(folder, 'public-too', 'secret.txt'), OUTSIDE)
  return root
}

const DOTS = [
  '..',
  '.%2e',
  '%2e%2e',
  '%2E%2E',
  '%252e%252e',
  '%25252e%25252e',
  '..%00',
  '%c0%ae%c0%ae',
  '%e0%80%ae%e0%80%ae',
  '%uff0e%uff0e',
  '%EF%BC%8E%EF%BC%8E',
  '....',
  '..;',
  '.%00.',
  '..%20',
]
const SLASHES = ['/', '//', '\\', '%2f', '%2F', '%252f', '%5c', '%5C', '%255c', '%c0%af', '/./', '%00/', '\\/']
const STARTS = [
  '/',
  '/assets/',
  '/assets/app-abc.js/',
  '//',
  '/d/',
  '/api/',
  '/api/docs/static/',
  '/p/',
  '/p/the-valley/',
]

/** Targets that try to leave the folder that is served, as they stand in a request. */
export function traversals(): string[] {
  const steps = STARTS.flatMap((start) =>
    DOTS.flatMap((dots) =>
      SLASHES.flatMap((slash) => [1, 3].map((depth) => `${start}${`${dots}${slash}`.repeat(depth)}secret.txt`)),
    ),
  )
  const others = [
    '/secret.txt',
    '/../public-too/secret.txt',
    '/..%2fpublic-too%2fsecret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/%2e%2e%2fsecret.txt%00.html',
    '/assets/app-abc.js%00.html',
    '/assets/../../secret.txt?x=.html',
    '/assets/../../secret.txt#.html',
    '/./././../secret.txt',
    '/file:///etc/passwd',
    '/etc/passwd',
    '//etc/passwd',
    '/proc/self/environ',
    '/C:/windows/win.ini',
    '/assets/C:%5cwindows%5cwin.ini',
    '/~root/.ssh/id_rsa',
  ]
  return [...steps, ...others]
}

/** What came of it. */
export interface TraversalOutcome {
  readonly tried: number
  readonly weaknesses: readonly string[]
}

/** Asks a server that listens for each target as it stands, over the line itself: clients would tidy them up. */
export async function tryTraversals(port: number, targets: readonly string[]): Promise<TraversalOutcome> {
  const weaknesses: string[] = []
  for (let from = 0; from < targets.length; from += AT_ONCE) {
    const some = targets.slice(from, from + AT_ONCE)
    await Promise.all(
      some.map(async (target) => {
        const lines = `GET ${target} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: text/html\r\nConnection: close\r\n\r\n`
        const [answer] = await sendRaw(port, lines)
        if (answer === undefined) weaknesses.push(`${target}: no answer`)
        else if (answer.body.includes(OUTSIDE) || /root:x:0|\[fonts\]|PATH=/.test(answer.body))
          weaknesses.push(`${target}: a file from outside`)
        else if (answer.status >= 500 && answer.status !== 505) weaknesses.push(`${target}: ${answer.status}`)
      }),
    )
  }
  return { tried: targets.length, weaknesses }
}

const AT_ONCE = 50
