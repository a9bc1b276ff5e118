import { wordsToIndex } from './index-words'

/** Bytes of a text for the index, on their own piece of memory. */
export type Words = Uint8Array<ArrayBuffer>

const usualRoom = 512 * 1024
const maxKnown = 2000
const longestKnown = 12
const utf8 = new TextEncoder()

/**
 * Lays the words of one post behind those of another, so that many of them change threads as one piece of memory.
 * What it answers is `wordsToIndex` of the text in UTF-8.
 */
export class WordBuffer {
  private room: Words = new Uint8Array(0)
  private used = 0
  private readonly full: ArrayBuffer[] = []
  private readonly spare: ArrayBuffer[] = []
  private readonly known = new Map<string, Words>()

  /** The words of a text that is plain UTF-8, from the bytes of its file: most of them are copied as they are. */
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
      // Folding makes hardly any text longer, and never by so much; what is odd is folded as a whole.
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

  /** The memory that was filled since the last time; whoever asks may give it away. */
  release(): ArrayBuffer[] {
    const filled = [...this.full.splice(0), ...(this.used > 0 ? [this.room.buffer] : [])]
    this.room = new Uint8Array(0)
    this.used = 0
    return filled
  }

  /** Takes memory back that was given away: fresh memory costs more than what is put into it. */
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

  // Most of what is not ASCII in a post is the same few dashes, quotes and letters over and over.
  private foldedRun(run: string): Words {
    const known = this.known.get(run)
    if (known !== undefined) return known
    const folded = utf8.encode(wordsToIndex(run))
    if (run.length <= longestKnown && this.known.size < maxKnown) this.known.set(run, folded)
    return folded
  }
}

/** The first byte from `at` on that is not ASCII, looked for four at a time; the length where all are. */
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
