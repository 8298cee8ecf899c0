import type { Page } from 'playwright-core'

/**
 * The smallest size of a text that can be seen on a page, in pixels as the screen shows it: text inside a drawing that
 * is scaled counts as large as it is drawn. Text for screen readers only is left out.
 */
export function smallestText(page: Page): Promise<number> {
  return page.evaluate(() => {
    const sizes: number[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const parent = node.parentElement
      if (parent === null || !node.textContent?.trim()) continue
      const { width, height } = parent.getBoundingClientRect()
      if (width <= 1 || height <= 1 || !parent.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
        continue
      if (parent.closest('.visually-hidden, script, style, noscript, title, desc')) continue
      const drawing = parent.closest('svg')
      const scale = drawing?.getScreenCTM()?.a ?? 1
      sizes.push(Number.parseFloat(getComputedStyle(parent).fontSize) * (drawing === null ? 1 : scale))
    }
    return Math.min(...sizes)
  })
}

/** How a wall stands on its screen. */
export interface WallLook {
  /** Texts that leave the screen, each with where it stands. */
  readonly outside: readonly string[]
  readonly hasScrollbar: boolean
  /** Its text was set smaller. */
  readonly isFitted: boolean
}

/** What stands on the wall now: whatever leaves the screen, and whether its text had to be set smaller. */
export function look(page: Page): Promise<WallLook> {
  return page.evaluate(() => {
    const outside: string[] = []
    const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (words.nextNode()) {
      const text = words.currentNode.textContent?.trim() ?? ''
      const element = words.currentNode.parentElement
      if (text === '' || element === null || element.closest('.visually-hidden, .searching, .wall-rehearsal')) continue
      // Further pages of cards wait for their turn.
      if (!element.checkVisibility({ visibilityProperty: true })) continue
      const { left, right, top, bottom } = element.getBoundingClientRect()
      const isIn = left >= -1 && top >= -1 && right <= innerWidth + 1 && bottom <= innerHeight + 1
      if (!isIn) outside.push(`${text}: ${[left, top, right, bottom].map(Math.round)}`)
    }
    const { scrollWidth, scrollHeight } = document.documentElement
    return {
      outside,
      hasScrollbar: scrollWidth > innerWidth || scrollHeight > innerHeight,
      isFitted: document.querySelector('[data-fit]') !== null,
    }
  })
}
