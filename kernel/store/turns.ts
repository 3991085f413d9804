import { AsyncLocalStorage } from 'node:async_hooks'

const background = new AsyncLocalStorage<true>()

/** Does work that nobody waits for: where all share one session of the database, its transactions let others go first. */
export function inBackground<Result>(work: () => Promise<Result>): Promise<Result> {
  return background.run(true, work)
}

/** Milliseconds without a turn in hand after which nobody is being kept: a page asks for one thing after another. */
const QUIET = 50
/** Milliseconds after which work in the background takes its turn all the same, so that it ends in a busy house too. */
const LONGEST = 2000
const LOOK_AGAIN = 10

/**
 * A line in which everybody has one thing alone: first come, first served, and work in the background when nobody else has asked for a while.
 * @returns what waits for a turn and does the work in it.
 */
export function openTurns(): <Result>(work: () => Promise<Result>) => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve()
  let asked = 0
  let quietSince = -Infinity

  function join<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = last.then(work, work)
    last = result.catch(() => {})
    return result
  }

  async function waitForQuiet(): Promise<void> {
    const begun = performance.now()
    const quiet = (now: number) => asked === 0 && now - quietSince >= QUIET
    for (let now = begun; !quiet(now) && now - begun < LONGEST; now = performance.now())
      await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN))
  }

  return (work) => {
    if (background.getStore()) return waitForQuiet().then(() => join(work))
    asked += 1
    return join(work).finally(() => {
      asked -= 1
      quietSince = performance.now()
    })
  }
}
