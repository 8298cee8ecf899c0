/** A browser that does not answer within this time keeps nothing: some hang for ever instead of refusing. */
const PATIENCE = 4000

/**
 * Waits for the storage of a device, but not for ever.
 *
 * @throws {Error} it did not answer within four seconds; or whatever the work itself gives.
 */
export async function inTime<Result>(work: Promise<Result>): Promise<Result> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, refuse) => {
    timer = setTimeout(() => refuse(new Error(`The storage of this device did not answer in ${PATIENCE} ms`)), PATIENCE)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
