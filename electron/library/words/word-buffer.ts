import { wordsToIndex } from './index-words'

/** Bytes of a text for the index, in their own memory. */
export type Words = Uint8Array<ArrayBuffer>

const usualRoom = 512 * 1024
const maxKnown = 2000
const longestKnown = 12
const utf8 = new TextEncoder()

/**
 * Stores the words of many posts in one buffer, so that they are transferred between threads together. The result for a
 * text is `wordsToIndex` in UTF-8.
 */
export class WordBuffer {
  private room: Words = new Uint8Array(0)
  private used = 0
  private readonly full: ArrayBuffer[] = []
  private readonly spare: ArrayBuffer[] = []
  private readonly known = new Map<string, Words>()

  /** The words of a plain UTF-8 text, from the bytes of its file: most are copied as they are. */
  ofBytes(bytes: Buffer<ArrayBuffer>): Words {
    const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
    this.makeRoom(bytes.length * 2)
    const room = this.room
    const end = this.used + bytes.length * 2
    let used = this.used
    let copied = start
    for (let from = firstBeyond(bytes, start); from < bytes.length; from = firstBeyond(bytes, copied)) {
      const to = endOfRun(bytes, from)
      const folded = this.foldedRun(bytes.toString('utf8', from, to))
      // Folding rarely makes a text longer, and never by so much; unusual text is folded as a whole.
      if (used + (from - copied) + folded.length + (bytes.length - to) > end)
        return this.ofText(bytes.toString('utf8', start))
      used += bytes.copy(room, used, copied, from)
      room.set(folded, used)
      used += folded.length
      copied = to
    }
    used += bytes.copy(room, used, copied)
    return this.taken(used)
  }

  /** The words of any text. */
  ofText(text: string): Words {
    const words = wordsToIndex(text)
    this.makeRoom(words.length * 3)
    return this.taken(this.used + utf8.encodeInto(words, this.room.subarray(this.used)).written)
  }

  /** The memory filled since the last call; the caller may transfer it. */
  release(): ArrayBuffer[] {
    const filled = [...this.full.splice(0), ...(this.used > 0 ? [this.room.buffer] : [])]
    this.room = new Uint8Array(0)
    this.used = 0
    return filled
  }

  /** Takes transferred memory back: allocating new memory costs more than filling it. */
  reuse(rooms: readonly ArrayBuffer[]): void {
    for (const room of rooms) if (room.byteLength === usualRoom) this.spare.push(room)
  }

  private makeRoom(size: number): void {
    if (this.used + size <= this.room.length) return
    if (this.used > 0) this.full.push(this.room.buffer)
    const spare = size <= usualRoom ? this.spare.pop() : undefined
    this.room = spare ? new Uint8Array(spare) : new Uint8Array(Math.max(usualRoom, size))
    this.used = 0
  }

  private taken(to: number): Words {
    const words = this.room.subarray(this.used, to)
    this.used = to
    return words
  }

  // Most non-ASCII text in a post is the same few dashes, quotes and letters.
  private foldedRun(run: string): Words {
    const known = this.known.get(run)
    if (known !== undefined) return known
    const folded = utf8.encode(wordsToIndex(run))
    if (run.length <= longestKnown && this.known.size < maxKnown) this.known.set(run, folded)
    return folded
  }
}

/** The first non-ASCII byte from `at` on, searched four bytes at a time; the length if there is none. */
const firstBeyond = (bytes: Buffer<ArrayBuffer>, at: number): number => {
  let next = at
  while (next < bytes.length && (bytes.byteOffset + next) % 4 !== 0) {
    if ((bytes[next] ?? 0) > 0x7f) return next
    next++
  }
  if (next === bytes.length) return next
  const fours = new Int32Array(bytes.buffer, bytes.byteOffset + next, (bytes.length - next) >> 2)
  for (let four = 0; four < fours.length; four++, next += 4)
    // biome-ignore lint/plugin: runs over every byte of every post, so without a call
    if (((fours[four] ?? 0) & 0x80808080) !== 0) break
  while (next < bytes.length && (bytes[next] ?? 0) <= 0x7f) next++
  return next
}

const endOfRun = (bytes: Uint8Array, from: number): number => {
  let to = from
  while (to < bytes.length && (bytes[to] ?? 0) > 0x7f) to++
  return to
}
