/** How a call of a shortcode is written. */
export type ShortcodeKind = 'hugo' | 'include' | 'tag' | 'component'

/** Something that a shortcode can be given: by name, or by place where it is called without names. */
export interface Parameter {
  readonly name: string
  /** Place of a value that has no name, from 0; null where it is given by name. */
  readonly position: number | null
  readonly isRequired: boolean
  /** `flag` is there or not, `code` is an expression of the component's language. */
  readonly kind: 'text' | 'number' | 'flag' | 'code'
  /** The values that its file compares it with or allows; empty where any will do. */
  readonly choices: readonly string[]
  /** What its file takes where nothing is given; empty where it says none. */
  readonly otherwise: string
}

/** A shortcode, include or component of a site. */
export interface Shortcode {
  readonly kind: ShortcodeKind
  readonly name: string
  /** Path inside the site; empty for one that comes with the generator. */
  readonly file: string
  readonly parameters: readonly Parameter[]
  /** It stands around text. */
  readonly hasInner: boolean
  /** A component that its module exports under its name, not as the default. */
  readonly isNamed?: boolean
}

/** A parameter that is only known by its name. */
export const parameter = (name: string, more: Partial<Parameter> = {}): Parameter => ({
  name,
  position: null,
  isRequired: false,
  kind: 'text',
  choices: [],
  otherwise: '',
  ...more,
})

/** Parameters of which some were found in several places: what any of them says is kept. */
export const merged = (found: readonly Parameter[]): readonly Parameter[] => {
  const byName = new Map<string, Parameter>()
  for (const one of found) {
    const known = byName.get(one.name)
    byName.set(
      one.name,
      known
        ? {
            ...known,
            isRequired: known.isRequired || one.isRequired,
            kind: known.kind === 'text' ? one.kind : known.kind,
            choices: [...new Set([...known.choices, ...one.choices])],
            otherwise: known.otherwise || one.otherwise,
          }
        : one,
    )
  }
  return [...byName.values()].slice(0, maxParameters)
}

const maxParameters = 40
