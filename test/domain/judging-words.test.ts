import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { judgingWordsIn } from '../../server/domain/judging-words.ts'

describe('judging words in a text', () => {
  const words = ['altijd', 'nooit', 'zij', 'egoïstisch', 'hun schuld', "don't care"]

  test('are found whatever their capitals, each once, in the order of the list', () => {
    expect(judgingWordsIn('ZIJ bellen Nooit terug, nooit!', words)).toEqual(['nooit', 'zij'])
  })

  test('are whole words: a word inside another one is none', () => {
    expect(judgingWordsIn('De zijkant van de nooituitgang, zijn jas, Altijdgroen.', words)).toEqual([])
    expect(judgingWordsIn('schuld is geen van hun', words)).toEqual([])
  })

  test.each(['zij', '(zij)', '"Zij"', 'dat doen zij.', 'zij,', 'want\nzij\tdoen', '¿zij?', 'wij/zij'])(
    'are found beside punctuation and white space (%s)',
    (text) => {
      expect(judgingWordsIn(text, words)).toEqual(['zij'])
    },
  )

  test('with accents are found in both ways of writing them, and an accent makes another word', () => {
    expect(judgingWordsIn('Wat EGOÏSTISCH', words)).toEqual(['egoïstisch'])
    expect(judgingWordsIn('wat egoïstisch'.normalize('NFD'), words)).toEqual(['egoïstisch'])
    expect(judgingWordsIn('wat egoistisch, zijë', words)).toEqual([])
  })

  test('may be phrases, over a line end and with either apostrophe', () => {
    expect(judgingWordsIn('Het is hun\n schuld.', words)).toEqual(['hun schuld'])
    expect(judgingWordsIn('They don’t care', words)).toEqual(["don't care"])
    expect(judgingWordsIn("They 'don't' care", words)).toEqual(["don't care"])
  })

  test('are none in an empty text, with an empty list, or for an empty word', () => {
    expect([judgingWordsIn('', words), judgingWordsIn('altijd', []), judgingWordsIn('a  b', ['', ' ', '!'])]).toEqual([
      [],
      [],
      [],
    ])
  })

  test('property: every word of the list that stands alone is found, whatever stands around it', () => {
    const around = fc.constantFrom('', ' ', '. ', '\n', ' 12 ', ' wij ', '!?', ' – ')
    fc.assert(
      fc.property(fc.constantFrom(...words), around, around, (word, before, after) => {
        expect(judgingWordsIn(`${before}${word.toUpperCase()}${after}`, words)).toEqual([word])
      }),
    )
  })
})
