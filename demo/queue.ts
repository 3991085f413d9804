/** A queue between a producer and a consumer of the same thread; the producer waits when it is too far ahead. */
export interface Queue<Item> {
  /** Puts an item in; resolves when the producer may go on. */
  push(item: Item, size: number): Promise<void>
  /** Tells the consumer that the producer has failed. */
  fail(error: unknown): void
  /** The next item, as soon as there is one. */
  take(): Promise<Item>
}

/** A queue that holds items of up to `most` in size (one larger item is taken all the same). */
export function openQueue<Item>(most: number): Queue<Item> {
  const items: { item: Item; size: number }[] = []
  let held = 0
  let failure: { error: unknown } | undefined
  let wakeConsumer = () => {}
  let wakeProducer = () => {}
  return {
    async push(item, size) {
      items.push({ item, size })
      held += size
      wakeConsumer()
      while (held > most) await new Promise<void>((resolve) => (wakeProducer = resolve))
    },
    fail(error) {
      failure = { error }
      wakeConsumer()
    },
    async take() {
      while (items.length === 0) {
        if (failure) throw failure.error
        await new Promise<void>((resolve) => (wakeConsumer = resolve))
      }
      const { item, size } = items.shift()!
      held -= size
      wakeProducer()
      return item
    },
  }
}
