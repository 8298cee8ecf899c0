const MOST_BYTES = 64
/** Words of the language of SPSS, which no variable may be called. */
const RESERVED = ['all', 'and', 'by', 'eq', 'ge', 'gt', 'le', 'lt', 'ne', 'not', 'or', 'to', 'with']

/**
 * Names for columns that SPSS and its kind take: letters, digits and `_`, beginning with a letter, ending in a letter or
 * digit, at most 64 bytes, none of them twice whatever the case. A name that is one already stays as it is.
 *
 * @example variableNames(['i01_now', 'by', 'a-b', 'A_B']) // ['i01_now', 'v_by', 'a_b', 'A_B_2']
 */
export function variableNames(wanted: readonly string[]): string[] {
  const taken = new Set<string>()
  return wanted.map((name) => {
    const plain = plainName(name)
    let own = plain
    for (let number = 2; taken.has(own.toLowerCase()); number += 1) {
      const tail = `_${number}`
      own = plain.slice(0, MOST_BYTES - tail.length) + tail
    }
    taken.add(own.toLowerCase())
    return own
  })
}

function plainName(name: string): string {
  const letters = name.replace(/[^A-Za-z0-9_]/g, '_')
  const begun = /^[A-Za-z]/.test(letters) && !RESERVED.includes(letters.toLowerCase()) ? letters : `v_${letters}`
  return begun.slice(0, MOST_BYTES).replace(/_+$/, '')
}
