/** How a call of a shortcode is written. */
export type ShortcodeKind = 'hugo' | 'include' | 'tag' | 'component'

/** A parameter of a shortcode, named or positional. */
export interface Parameter {
  readonly name: string
  /** The position from 0; null for a named parameter. */
  readonly position: number | null
  readonly isRequired: boolean
  /** `flag` is present or not, `code` is an expression in the component's language. */
  readonly kind: 'text' | 'number' | 'flag' | 'code'
  /** The values that its file allows or compares it with; empty if any value is possible. */
  readonly choices: readonly string[]
  /** The default in its file; empty if there is none. */
  readonly otherwise: string
}

/** A shortcode, include or component of a site. */
export interface Shortcode {
  readonly kind: ShortcodeKind
  readonly name: string
  /** Path inside the site; empty if it is built into the generator. */
  readonly file: string
  readonly parameters: readonly Parameter[]
  /** It encloses text. */
  readonly hasInner: boolean
  /** A component that its module exports by name, not as the default. */
  readonly isNamed?: boolean
}

/** A parameter with defaults for everything but its name. */
export const parameter = (name: string, more: Partial<Parameter> = {}): Parameter => ({
  name,
  position: null,
  isRequired: false,
  kind: 'text',
  choices: [],
  otherwise: '',
  ...more,
})

/** Merges parameters that were found in several places, and keeps the details of each. */
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
