import type { InstrumentView } from '../../server/contract/instruments.ts'
import { codesOf } from './missing.ts'
import type { Names } from './names.ts'
import { atStart, inSentence, type Words } from './words.ts'

/**
 * A place in a release in words, such as "menselijk, binnen, nu" for `now/human/internal`. A part that nobody knows
 * stays as it is, so that nothing is hidden by a missing text.
 */
export function pathInWords(path: string, instrument: InstrumentView, names: Names, words: Words): string {
  const codes = codesOf(path)
  const said: string[] = []
  const horizons: string[] = []
  for (const [at, code] of codes.entries()) {
    const before = codes[at - 1]
    if (before === 'groups') said.push(words.say('results-path-group', { group: groupName(code, words) }))
    else if (before === 'items') said.push(words.say('results-path-item', { topic: names.topic(code) }))
    else if (before === 'step') said.push(words.say('results-path-step', { step: code }))
    else if (code === 'groups' || code === 'items' || code === 'step') continue
    else if (instrument.horizons.includes(code)) horizons.push(inSentence(names.horizon(code)))
    else said.push(partName(code, instrument, names, words))
  }
  return atStart([...said, ...horizons].join(', '))
}

function partName(code: string, instrument: InstrumentView, names: Names, words: Words): string {
  if (instrument.dimensions.includes(code)) return inSentence(names.dimension(code))
  if (instrument.perspectives.includes(code)) return inSentence(names.perspective(code))
  if (instrument.items.some((item) => item.id === code))
    return words.say('results-path-item', { topic: names.topic(code) })
  const id = `results-path-${code}`
  return words.knows(id) ? words.say(id) : code
}

/** What a stakeholder group is called; a code without a name is its own name. */
export function groupName(code: string, words: Words): string {
  const id = `results-group-${code}`
  return words.knows(id) ? words.say(id) : code
}
