import type { Dice } from './dice.ts'

/** The strings of the grammar: what texts, numbers, keys and whole bodies are replaced with. */
const TEXTS = (marker: string): readonly string[] => [
  marker,
  '',
  ' ',
  'x'.repeat(5_000),
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\udfff\ud800',
  '\u202e\u2066',
  '\uffff',
  '😀'.repeat(300),
  "' or 1=1 --",
  '"; drop table round; --',
  '#{7*7}',
  '{{constructor}}',
  '../../../../etc/passwd',
  'null',
  'NaN',
  '-0',
  '1e400',
  '9'.repeat(400),
  '2026-02-30',
  '0000-00-00T00:00:00Z',
  '99999-12-31',
  '00000000-0000-4000-8000-00000000000g',
  '__proto__',
  'constructor',
  'toString',
]

const NUMBERS: readonly number[] = [
  0,
  -0,
  -1,
  0.1,
  1e21,
  -1e21,
  2 ** 31,
  2 ** 53,
  2 ** 53 + 2,
  -(2 ** 63),
  1e308,
  Number.MIN_VALUE,
  4.999999999,
]

const KEYS: readonly string[] = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  '',
  ' ',
  '$where',
]

/** A body with one to three things wrong, as text: some are no JSON at all. */
export function mutatedJson(body: object, dice: Dice, marker: string): string {
  if (dice.chance(0.15)) return brokenText(JSON.stringify(body), dice, marker)
  let value: unknown = structuredClone(body)
  for (let turn = dice.below(3); turn >= 0; turn -= 1) value = mutated(value, dice, marker)
  return JSON.stringify(value) ?? 'undefined'
}

function mutated(value: unknown, dice: Dice, marker: string): unknown {
  if (Array.isArray(value) && value.length > 0 && dice.chance(0.7)) {
    const place = dice.below(value.length)
    return value.map((element, index) => (index === place ? mutated(element, dice, marker) : (element as unknown)))
  }
  if (value !== null && typeof value === 'object' && Object.keys(value).length > 0 && dice.chance(0.8)) {
    return mutatedObject(value, dice, marker)
  }
  return anything(value, dice, marker)
}

function mutatedObject(value: object, dice: Dice, marker: string): object {
  const entries = Object.entries(value)
  const key = dice.pick(entries)[0]
  switch (dice.below(6)) {
    case 0:
      return Object.fromEntries(entries.filter(([name]) => name !== key))
    case 1:
      return withKey(value, dice.chance(0.5) ? dice.pick(KEYS) : marker, anything(null, dice, marker))
    case 2:
      return withKey(value, 'k'.repeat(dice.chance(0.1) ? 200_000 : 300), 1)
    default:
      return Object.fromEntries(entries.map(([name, own]) => [name, name === key ? mutated(own, dice, marker) : own]))
  }
}

/** Also a key that an assignment would take for something else. */
function withKey(value: object, key: string, own: unknown): object {
  return JSON.parse(
    JSON.stringify(value)
      .replace(/\}$/, `,${JSON.stringify(key)}:${JSON.stringify(own) ?? 'null'}}`)
      .replace('{,', '{'),
  ) as object
}

function anything(value: unknown, dice: Dice, marker: string): unknown {
  switch (dice.below(9)) {
    case 0:
      return dice.pick(NUMBERS)
    case 1:
      return null
    case 2:
      return dice.chance(0.5)
    case 3:
      return []
    case 4:
      return { [marker]: marker }
    case 5:
      return Array.from({ length: 300 }, () => value)
    case 6:
      return nested(dice.pick([10, 200, 1_000]))
    default:
      return dice.pick(TEXTS(marker))
  }
}

function nested(depth: number): unknown {
  let value: unknown = 1
  for (let level = 0; level < depth; level += 1) value = level % 2 === 0 ? [value] : { a: value }
  return value
}

/** JSON that was cut, doubled, or is something else. */
function brokenText(text: string, dice: Dice, marker: string): string {
  switch (dice.below(10)) {
    case 0:
      return text.slice(0, dice.below(text.length + 1))
    case 1:
      return text + text
    case 2:
      return ''
    case 3:
      return `\ufeff${text}`
    case 4:
      return text.replaceAll('"', "'")
    case 5:
      return text.replace('{', '{"a":1,"a":2,')
    case 6:
      return text.replace('{', '{"__proto__":{"isAdmin":true},')
    case 7:
      return `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>${marker}</a>`
    case 8:
      return '['.repeat(5_000)
    default:
      return dice.pick(['null', 'true', '0', '""', '[]', '{}', 'NaN', 'undefined', `"${marker}"`, '{"a":', '\u0000'])
  }
}

/** An address with something wrong in one of its parts. */
export function mutatedPath(address: string, dice: Dice): string {
  const parts = address.split('/')
  const place = 2 + dice.below(Math.max(1, parts.length - 2))
  const part = dice.pick([
    '%00',
    '%',
    '%zz',
    '%c0%ae%c0%ae',
    '..',
    '%2e%2e%2f%2e%2e',
    '..%5c..',
    'x'.repeat(300),
    'x'.repeat(20_000),
    '%ud800',
    '%ED%A0%80',
    '__proto__',
    "'%20or%201=1",
    '',
    '*',
    '%3Cscript%3E',
    '0',
  ])
  const query = dice.chance(0.3)
    ? dice.pick(['?', '?a[b]=c', '?__proto__=x', '?reflection=x', `?${'a=1&'.repeat(2_000)}`])
    : ''
  return parts.map((own, index) => (index === place ? part : own)).join('/') + query
}

/** A file with one to three things wrong: cut, doubled, in another encoding, with other bytes, and cells that are something else. */
export function mutatedFile(file: Buffer, dice: Dice, marker: string): Buffer {
  let bytes = file
  for (let turn = dice.below(3); turn >= 0; turn -= 1) bytes = mutatedBytes(bytes, dice, marker)
  return bytes
}

function mutatedBytes(file: Buffer, dice: Dice, marker: string): Buffer {
  const text = file.toString('latin1')
  switch (dice.below(9)) {
    case 0:
      return file.subarray(0, dice.below(file.length + 1))
    case 1:
      return Buffer.concat([file, file])
    case 2:
      return Buffer.from(`\ufeff${file.toString()}`, 'utf16le')
    case 3:
      return Buffer.from(file.map((byte) => (dice.chance(0.05) ? dice.below(256) : byte)))
    case 4:
      return Buffer.from(text.replace(/[,;\n]/, `"${dice.pick(TEXTS(marker))}`))
    case 5:
      return Buffer.from(text.replace(/\n/, '\n'.repeat(5_000)))
    case 6:
      return Buffer.from(text.replace(/,/, ','.repeat(20_000)))
    default:
      return Buffer.from(
        text.replace(/[^,;\r\n]+/g, (cell) => (dice.chance(0.3) ? quoted(dice.pick(TEXTS(marker))) : cell)),
      )
  }
}

function quoted(cell: string): string {
  return `"${cell.replaceAll('"', '""')}"`
}
