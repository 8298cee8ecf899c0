/** So many months after a moment, in UTC; where a month has no such day, its last one: 30 November and 3 months is 28 February. */
export function monthsLater(moment: Date, months: number): Date {
  const day = moment.getUTCDate()
  const later = new Date(moment)
  later.setUTCDate(1)
  later.setUTCMonth(later.getUTCMonth() + months)
  const lastDay = new Date(Date.UTC(later.getUTCFullYear(), later.getUTCMonth() + 1, 0)).getUTCDate()
  later.setUTCDate(Math.min(day, lastDay))
  return later
}
