/**
 * The judging words and phrases that stand in a text as whole words, each once, in the order of the list. Capitals and
 * the kind of apostrophe and of white space do not matter.
 *
 * @param words Lower case.
 * @example judgingWordsIn('Zij luisteren NOOIT.', ['altijd', 'nooit', 'zij']) // ['nooit', 'zij']
 */
export function judgingWordsIn(text: string, words: readonly string[]): string[] {
  const plain = ` ${plainWords(text)} `
  return [...new Set(words)].filter((word) => {
    const sought = plainWords(word)
    return sought !== '' && plain.includes(` ${sought} `)
  })
}

/** Words in lower case with one space between, without punctuation but for an apostrophe inside a word. */
function plainWords(text: string): string {
  const found = text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('\u2019', "'")
    .match(/[\p{L}\p{M}\p{N}]+(?:'[\p{L}\p{M}\p{N}]+)*/gu)
  return (found ?? []).join(' ')
}
