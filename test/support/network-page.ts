import type { Locator, Page } from 'playwright-core'

/** Presses Tab until the field with this id has the focus: the way of who uses no mouse. */
export async function focusSelect(page: Page, id: string): Promise<void> {
  for (let steps = 0; steps < 40; steps++) {
    await page.keyboard.press('Tab')
    if ((await page.evaluate(() => document.activeElement?.id)) === id) return
  }
  throw new Error(`40 times Tab did not lead to ${id}`)
}

/** A party with how many lines it has, and how many of these sleep. */
export interface Drawn {
  readonly name: string
  readonly lines: number
  readonly sleeping: number
}

/** What the picture shows: each name with its discs, and how many of these are hollow. */
export async function pictured(page: Page): Promise<Drawn[]> {
  return page.locator('.network-map .network-party').evaluateAll((parties) =>
    parties.map((party) => ({
      name: [...party.querySelectorAll('tspan')].map((line) => line.textContent).join(' '),
      lines: party.querySelectorAll('.disc').length,
      sleeping: party.querySelectorAll('.is-dormant .disc').length,
    })),
  )
}

/** What the list says: the same in words. */
export async function listed(page: Page): Promise<Drawn[]> {
  return page.locator('.network-table tbody').evaluateAll((parties) =>
    parties.map((party) => ({
      name: party.querySelector('strong')?.textContent ?? '',
      lines: party.querySelectorAll('.capital-icon').length,
      sleeping: [...party.querySelectorAll('.network-state > span')].filter((state) => state.textContent === 'Slaapt')
        .length,
    })),
  )
}

/** Texts of these places as they are read, without the white of the source. */
export async function textsOf(places: Locator): Promise<string[]> {
  return (await places.allTextContents()).map((text) => text.replaceAll(/\s+/g, ' ').trim())
}

/** How many pairs of these lie over each other. */
export function overlaps(places: Locator): Promise<number> {
  return places.evaluateAll((all) => {
    const boxes = all.map((place) => place.getBoundingClientRect())
    return boxes.flatMap((a, at) =>
      boxes
        .slice(at + 1)
        .filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom - 1 && b.top < a.bottom - 1),
    ).length
  })
}
