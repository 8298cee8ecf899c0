import type { InstrumentView } from '../../server/contract/instruments.ts'
import { codesOf } from './missing.ts'
import type { Names } from './names.ts'
import { atStart, inSentence, type Words } from './words.ts'

/**
 * A place in a release in words, such as "menselijk, binnen, nu" for `now/human/internal`. A part that nobody knows
 * stays as it is, so that nothing is hidden by a missing text.
 *
 * What it is about comes first, then which figure of it, then the horizon.
 */
export function pathInWords(path: string, instrument: InstrumentView, names: Names, words: Words): string {
  const subjects: string[] = []
  const figures: string[] = []
  const horizons: string[] = []
  const codes = codesOf(path)
  for (const [at, code] of codes.entries()) {
    const before = codes[at - 1]
    if (CONTAINERS.includes(code)) continue
    if (before === 'groups') subjects.push(words.say('results-path-group', { group: groupName(code, words) }))
    else if (before === 'items') subjects.push(words.say('results-path-item', { topic: names.topic(code) }))
    else if (before === 'step') figures.push(words.say('results-path-step', { step: code }))
    else if (instrument.horizons.includes(code)) horizons.push(inSentence(names.horizon(code)))
    else if (instrument.dimensions.includes(code)) subjects.push(inSentence(names.dimension(code)))
    else if (instrument.perspectives.includes(code)) subjects.push(inSentence(names.perspective(code)))
    else figures.push(figureName(code, words))
  }
  return atStart([...subjects, ...figures, ...horizons].join(', '))
}

const CONTAINERS = ['groups', 'items', 'step']

function figureName(code: string, words: Words): string {
  const id = `results-path-${code}`
  return words.knows(id) ? words.say(id) : code
}

/** What a stakeholder group is called; a code without a name is its own name. */
export function groupName(code: string, words: Words): string {
  const id = `results-group-${code}`
  return words.knows(id) ? words.say(id) : code
}
