import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { LOCALES } from '../../server/contract/common.ts'
import { CONDITIONS, QUESTIONS, THEMES } from '../../server/contract/guides.ts'
import { LENSES } from '../../server/contract/room-limits.ts'
import { CAPITALS } from '../../server/domain/capitals.ts'
import { judgingWordsIn } from '../../server/domain/judging-words.ts'
import { Guides, loadGuide, loadGuides } from '../../server/guides.ts'
import { DATA_ROOT } from '../../server/paths.ts'
import { StartError } from '../../server/start-error.ts'

const FOLDER = join(DATA_ROOT, 'reflections/seven-questions/1.0.0')
const guide = loadGuide(FOLDER)

/** Every text with its path of keys: `questions.1.prompt`. */
function textsIn(value: unknown, path = ''): [path: string, text: string][] {
  if (typeof value === 'string') return [[path, value]]
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([key, inner]) => textsIn(inner, path === '' ? key : `${path}.${key}`))
}
const pathsIn = (value: unknown) => textsIn(value).map(([path]) => path)

describe('seven-questions 1.0.0', () => {
  test('has the same texts in both languages', () => {
    expect(pathsIn(guide.texts.nl).sort()).toEqual(pathsIn(guide.texts.en).sort())
    for (const { texts } of guide.examples) expect(pathsIn(texts.nl)).toEqual(pathsIn(texts.en))
  })

  test.each(LOCALES)('asks seven questions that fit a phone, with a reason and two to four cards (%s)', (locale) => {
    const { questions } = guide.texts[locale]
    expect(Object.keys(questions)).toEqual([...QUESTIONS])
    for (const { title, prompt, why, examples, carry } of Object.values(questions)) {
      expect(title).toMatch(/\?$/)
      expect(prompt.length).toBeLessThanOrEqual(140)
      expect(why.length).toBeLessThanOrEqual(220)
      expect(carry.length).toBeLessThanOrEqual(110)
      expect(examples.length).toBeGreaterThanOrEqual(2)
      for (const card of examples) expect(card.length).toBeLessThanOrEqual(130)
    }
  })

  test.each(LOCALES)('has a prompt and an example for each of the four lenses, in one order (%s)', (locale) => {
    expect(guide.lenses).toEqual([...LENSES])
    for (const lens of LENSES) expect(guide.texts[locale].lenses[lens].prompt).toMatch(/\?$/)
  })

  test.each(LOCALES)('judges nobody in its own cards of behaviour and of what is going on (%s)', (locale) => {
    const { questions, driver } = guide.texts[locale]
    for (const card of [...questions['2'].examples, driver.situation.example]) {
      expect([card, judgingWordsIn(card, guide.judgingWords[locale])]).toEqual([card, []])
    }
  })

  test.each(LOCALES)('knows some 25 judging words, lower case, each once, and each is found (%s)', (locale) => {
    const words = guide.judgingWords[locale]
    expect(words.length).toBeGreaterThanOrEqual(25)
    expect(new Set(words).size).toBe(words.length)
    for (const word of words) {
      expect(word).toBe(word.toLowerCase().trim())
      expect(judgingWordsIn(`Dat is ${word}!`, words)).toContain(word)
    }
  })

  test('holds no long dash, which readers take for a fault', () => {
    const all = textsIn([guide.texts, guide.examples, guide.judgingWords])
    expect(all.filter(([, text]) => text.includes('\u2014'))).toEqual([])
  })
})

describe('the library of examples', () => {
  const { examples } = guide

  test('has at least 24 cases, three or more of every theme', () => {
    expect(examples.length).toBeGreaterThanOrEqual(24)
    for (const theme of THEMES) {
      expect(examples.filter((example) => example.theme === theme).length).toBeGreaterThanOrEqual(3)
    }
  })

  test('serves all six capitals: five or more cases each, of which three or more begin with it', () => {
    for (const capital of CAPITALS) {
      const serving = examples.filter(({ capitals }) => capitals.includes(capital))
      expect([capital, serving.length >= 5]).toEqual([capital, true])
      expect([capital, serving.filter(({ capitals }) => capitals[0] === capital).length >= 3]).toEqual([capital, true])
    }
  })

  test('shows every condition in three cases or more, so that something can be seen to come back', () => {
    for (const condition of CONDITIONS) {
      const shown = examples.filter(({ conditions }) => conditions.includes(condition))
      expect([condition, shown.length >= 3]).toEqual([condition, true])
    }
  })

  test('names a source for every case, each at a secure address and none twice', () => {
    const addresses = examples.flatMap(({ sources }) => sources.map(({ url }) => url))
    for (const { sources } of examples) expect(sources.length).toBeGreaterThanOrEqual(1)
    for (const address of addresses) expect(new URL(address).protocol).toBe('https:')
    expect(new Set(addresses).size).toBe(addresses.length)
  })

  test.each(LOCALES)('is short enough to read out in a room (%s)', (locale) => {
    for (const { texts } of examples) {
      expect(texts[locale].title.length).toBeLessThanOrEqual(60)
      expect(texts[locale].what.length).toBeLessThanOrEqual(260)
      expect(texts[locale].why.length).toBeLessThanOrEqual(110)
    }
  })
})

describe('the loader of guides', () => {
  let folder: string

  beforeEach(() => {
    folder = join(mkdtempSync(join(tmpdir(), 'meervoud-guide-')), 'seven-questions', '1.0.0')
    mkdirSync(folder, { recursive: true })
    cpSync(FOLDER, folder, { recursive: true })
  })

  function change(file: string, from: string | RegExp, to: string): void {
    const path = join(folder, file)
    const before = readFileSync(path, 'utf8')
    const after = before.replace(from, to)
    if (after === before) throw new Error(`${file} has no ${from}`)
    writeFileSync(path, after)
  }

  function refusal(): StartError {
    try {
      loadGuide(folder)
    } catch (error) {
      if (error instanceof StartError) return error
      throw error
    }
    throw new Error('this guide has no fault')
  }

  function lineOf(file: string, sought: string): number {
    const lines = readFileSync(join(folder, file), 'utf8').split('\n')
    return lines.findIndex((line) => line.includes(sought)) + 1
  }

  test('gives the same hash for the same files, and another for a changed word', () => {
    expect(loadGuide(folder).contentHash).toBe(guide.contentHash)
    change('examples.json', 'Buurtzorg', 'Wijkzorg')
    expect(loadGuide(folder).contentHash).not.toBe(guide.contentHash)
  })

  test('names file and line of broken JSON', () => {
    change('texts.nl.json', '"lenses": {', '"lenses": oops {')
    expect(refusal().code).toBe('guide-faulty')
    expect(refusal().details[0]).toContain(`texts.nl.json:${lineOf('texts.nl.json', 'oops')} `)
  })

  test('names file, line and field of a wrong value', () => {
    change('examples.json', /("id": "favi",\s+"theme": )"[^"]+"/, '$1"spiritual"')
    const [fault] = refusal().details
    expect(fault).toContain(`examples.json:${lineOf('examples.json', 'spiritual')} examples.2.theme`)
  })

  test('refuses a missing prompt, a source without a secure address, and a field that nobody knows', () => {
    change('texts.en.json', /"prompt": "[^"]+",/, '')
    expect(refusal().details[0]).toMatch(/texts\.en\.json:\d+ questions\.1\.prompt/)
    cpSync(FOLDER, folder, { recursive: true })
    change('examples.json', 'https://broodfonds.nl', 'http://broodfonds.nl')
    expect(refusal().details[0]).toMatch(/examples\.json:\d+ examples\.\d+\.sources\.0\.url/)
    cpSync(FOLDER, folder, { recursive: true })
    change('guide.json', '"lenses"', '"weight": 2, "lenses"')
    expect(refusal().details[0]).toContain('weight')
  })

  test('refuses an example that stands twice, cards in one language only, and a version in the folder of another', () => {
    change('examples.json', '"id": "viisi"', '"id": "favi"')
    change('texts.en.json', /,\s+"I read my e-mail during the team meeting\."/, '')
    change('guide.json', '1.0.0', '1.0.1')
    const details = refusal().details.join('\n')
    expect(details).toMatch(/examples\.json:\d+ example favi stands twice/)
    expect(details).toMatch(/texts\.en\.json:\d+ question 2 has 3 examples, in Dutch 4/)
    expect(details).toMatch(/guide\.json:3 seven-questions 1\.0\.1 stands in another folder/)
    expect(refusal().variables).toEqual({ n: 3 })
  })

  test('finds a version, and the newest of a guide by number', () => {
    const version = (text: string) => ({ ...guide, version: text })
    const guides = new Guides([version('1.10.0'), version('1.9.0'), version('1.0.0'), { ...guide, id: 'another' }])
    expect(guides.newest('seven-questions')?.version).toBe('1.10.0')
    expect(guides.newest('nothing')).toBeUndefined()
    expect(guides.find('seven-questions', '1.9.0')?.version).toBe('1.9.0')
    expect(guides.find('seven-questions', '2.0.0')).toBeUndefined()
    expect(guides.list().map(({ id, version: number }) => `${id} ${number}`)).toEqual([
      'another 1.0.0',
      'seven-questions 1.0.0',
      'seven-questions 1.9.0',
      'seven-questions 1.10.0',
    ])
  })

  test('reads every guide that comes with the product', () => {
    expect(loadGuides([join(DATA_ROOT, 'reflections')]).newest('seven-questions')?.contentHash).toBe(guide.contentHash)
  })
})
