/** Evidence in a folder for a generator. */
export interface Sign {
  /** Paths relative to the folder, which must all exist; `package:x` is a dependency in package.json. */
  readonly all: readonly string[]
  /** What the first of them must contain, if its name alone is not enough. */
  readonly text?: RegExp
  readonly weight: number
}

/** From this weight on, the generator would build the folder; below it, only names suggest the generator. */
export const certain = 50

/** Files that no other tool reads. */
export const ownFile = (...names: readonly string[]): Sign[] =>
  names.map((name) => ({ all: [name], weight: 100 }))

/** Packages that sites of this generator depend on. */
export const dependency = (...names: readonly string[]): Sign[] =>
  names.map((name) => ({ all: [`package:${name}`], weight: 80 }))

/** A file whose name several tools use, recognized by its content. */
export const fileSaying = (name: string, text: RegExp): Sign => ({ all: [name], text, weight: 90 })

/** A configuration file whose name several tools use, with other files that must exist. */
export const sharedFile = (...all: readonly string[]): Sign => ({ all, weight: 40 + 10 * all.length })

/** Names that are usual in such a site, but possible in others. */
export const usualNames = (...all: readonly string[]): Sign => ({ all, weight: 10 + 10 * all.length })
