import { parseArgs } from 'node:util'
import { text } from '../texts.ts'
import { type Finding, findings } from './doctor-checks.ts'
import { EXIT } from './exit.ts'
import { linesBelow, type Terminal } from './terminal.ts'

const STATE_WIDTH = 10

/** `meervoud doctor`: looks whether everything is as it should be, one line for each check; fails only on what is wrong. */
export async function doctorCommand(args: readonly string[], { env, locale, say }: Terminal): Promise<number> {
  parseArgs({ args: [...args], options: {} })
  const states: Finding['state'][] = []
  for await (const finding of findings(env)) {
    const { state, id, variables } = finding
    states.push(state)
    say(`${text(locale, `doctor-${state}`).padEnd(STATE_WIDTH)}${text(locale, id, variables)}`)
    for (const line of linesBelow(finding, locale)) say(`${' '.repeat(STATE_WIDTH)}  ${line}`)
  }
  const wrong = states.filter((state) => state === 'wrong').length
  say(text(locale, 'doctor-summary', { wrong, attention: states.filter((state) => state === 'attention').length }))
  return wrong === 0 ? EXIT.done : EXIT.failed
}
