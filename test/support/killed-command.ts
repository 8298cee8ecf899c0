import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { PACKAGE_ROOT } from '../../server/paths.ts'

/**
 * Runs a command in a process of its own and kills it (SIGKILL) at a moment.
 *
 * @param isMoment asked again and again while the command runs.
 * @returns whether the moment came before the command ended by itself.
 */
export async function killCommandWhen(
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  isMoment: () => boolean,
): Promise<boolean> {
  const settings = { PATH: process.env['PATH'], LANG: 'en_GB.UTF-8', ...env }
  const child = spawn(process.execPath, [join(PACKAGE_ROOT, 'server', 'meervoud.js'), ...argv], {
    env: settings,
    stdio: 'ignore',
  })
  let isOver = false
  const ended = once(child, 'exit').then(() => {
    isOver = true
  })
  let isKilled = false
  while (!isOver && !isKilled) {
    if (isMoment()) isKilled = child.kill('SIGKILL')
    else await new Promise(setImmediate)
  }
  await ended
  return isKilled
}
