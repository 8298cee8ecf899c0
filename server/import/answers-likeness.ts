/**
 * Words as they are compared: without capitals, accents, marks and tags, whatever the spaces.
 *
 * @example plainWords('<b>Hoe gaat  het?</b>') // 'hoe gaat het'
 */
export function plainWords(text: string): string {
  return text
    .replace(/<[^<>]{0,200}>/g, ' ')
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** Pairs of letters of a text, for `likeness`. */
export function pairsOf(text: string): ReadonlyMap<string, number> {
  const plain = plainWords(text)
  const pairs = new Map<string, number>()
  for (let at = 0; at + 1 < plain.length; at += 1) {
    const pair = plain.slice(at, at + 2)
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
  }
  return pairs
}

/** How much two texts have in common, from 0 to 1: twice the pairs of letters of both, of all pairs (Dice). */
export function likeness(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  const count = (pairs: ReadonlyMap<string, number>) => [...pairs.values()].reduce((sum, n) => sum + n, 0)
  const total = count(a) + count(b)
  if (total === 0) return 0
  let both = 0
  for (const [pair, n] of a) both += Math.min(n, b.get(pair) ?? 0)
  return (2 * both) / total
}
