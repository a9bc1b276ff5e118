/** Something in a folder that speaks for a generator. */
export interface Sign {
  /** Paths relative to the folder, all of which are there; `package:x` is a dependency in package.json. */
  readonly all: readonly string[]
  /** What the first of them says, where its name alone says too little. */
  readonly text?: RegExp
  readonly weight: number
}

/** From this weight on a generator would build the folder; below, only its names look like it. */
export const certain = 50

/** A file that no other tool reads. */
export const ownFile = (...names: readonly string[]): Sign[] =>
  names.map((name) => ({ all: [name], weight: 100 }))

/** A package that a site of this generator depends on. */
export const dependency = (...names: readonly string[]): Sign[] =>
  names.map((name) => ({ all: [`package:${name}`], weight: 80 }))

/** A file whose name several tools use, known by what it says. */
export const fileSaying = (name: string, text: RegExp): Sign => ({ all: [name], text, weight: 90 })

/** A configuration whose name several tools use, with what lies beside it. */
export const sharedFile = (...all: readonly string[]): Sign => ({ all, weight: 40 + 10 * all.length })

/** Names that such a site usually has, and others may. */
export const usualNames = (...all: readonly string[]): Sign => ({ all, weight: 10 + 10 * all.length })
