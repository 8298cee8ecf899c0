/** Hands the reader a JSON file that they keep: what it holds, and what it is called without its end. */
export function saveJson(name: string, content: unknown): void {
  const file = new Blob([`${JSON.stringify(content, undefined, 2)}\n`], { type: 'application/json' })
  saveFile(`${name}-${new Date().toISOString().slice(0, 10)}.json`, file)
}

/** Hands the reader a file that they keep. */
export function saveFile(name: string, file: Blob): void {
  const address = URL.createObjectURL(file)
  const link = Object.assign(document.createElement('a'), { href: address, download: name })
  link.click()
  URL.revokeObjectURL(address)
}

/**
 * A name for a file that every system takes: small letters, digits and hyphens.
 *
 * @example fileName('Bakkerij Van Alice', '2026-Q4') // 'bakkerij-van-alice-2026-q4'
 */
export function fileName(...parts: readonly string[]): string {
  const plain = parts.join(' ').normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  return (
    plain
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 80) || 'meervoud'
  )
}
