/** Hands the reader a JSON file that they keep: what it holds, and what it is called without its end. */
export function saveJson(name: string, content: unknown): void {
  const file = new Blob([`${JSON.stringify(content, undefined, 2)}\n`], { type: 'application/json' })
  const address = URL.createObjectURL(file)
  const day = new Date().toISOString().slice(0, 10)
  const link = Object.assign(document.createElement('a'), { href: address, download: `${name}-${day}.json` })
  link.click()
  URL.revokeObjectURL(address)
}
