/** Which sheet: an organisation, and a round in which a team answers together. */
export interface SheetPlace {
  readonly org: string
  readonly round: string
}

/** Address of the calls about a sheet. */
export function sheetPath({ org, round }: SheetPlace): string {
  return `/api/organisations/${org}/rounds/${round}/sheet`
}

/** Address of the page with the task list. */
export function listAddress({ org, round }: SheetPlace): string {
  return `/o/${org}/r/${round}/sheet`
}

/** Address of the page with one question. */
export function itemAddress(place: SheetPlace, itemId: string): string {
  return `${listAddress(place)}/${encodeURIComponent(itemId)}`
}

/** Address of the page on which the answers are looked through. */
export function checkAddress(place: SheetPlace): string {
  return `${listAddress(place)}/check`
}

/** Address of the page on which the sheet is handed in. */
export function signOffAddress(place: SheetPlace): string {
  return `${listAddress(place)}/sign-off`
}
