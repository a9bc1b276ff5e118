import type { Token } from 'markdown-it'
import type { LinkReference } from '../../options/env'

/** A pair with an empty name refers to a definition elsewhere on the page by its value. */
export type Attributes = readonly (readonly [name: string, value: string])[]

const part =
  /(?:^|\s)(?:(\w[\w-]*)=("|')((?:\\[}"']|\\(?![}"'])|[^}\\])*?)\2|(\w[\w-]*)|((?:#[A-Za-z][\w:-]*|\.[^\s.#]+)+))(?=\s|$)/g
/** Longest list that is read, in characters: the end of an unclosed quote is searched for from each name. */
const longest = 2_000
const allowed = /^(?:id|class|title|lang|dir|align|width|height|start|alt|loading)$/

/** The attributes of `name #id .class key="value"`; those that could load or run are left out. */
export const attributesIn = (written: string): Attributes => {
  const found: [string, string][] = []
  for (const [, key, , value, name, marks] of written.slice(0, longest).matchAll(part)) {
    if (key !== undefined && allowed.test(key)) found.push([key, (value ?? '').replace(/\\([}"'])/g, '$1')])
    if (name !== undefined) found.push(['', name])
    for (const [, id, className] of marks?.matchAll(/#([A-Za-z][\w:-]*)|\.([^\s.#]+)/g) ?? [])
      found.push(id === undefined ? ['class', className ?? ''] : ['id', id])
  }
  return found
}

/** Writes attributes on an element; classes are added to those that are there. */
export const writeAttributes = (token: Token, attributes: Attributes): void => {
  for (const [name, value] of attributes)
    if (name === '') token.meta = { ...token.meta, named: [...(token.meta?.named ?? []), value] }
    else if (name === 'class') token.attrJoin('class', value)
    else token.attrSet(name, value)
}

/** Longest definition, in characters: each use copies it, so a hostile page could grow quadratically. */
const longestNamed = 300

/** Definitions are stored with the link references; those have upper-case labels, so none can clash. */
const labelOf = (name: string): string => `attributes:${name}`

/** `{:name: .class}` as it is stored with the link references. */
export const namedDefinition = (name: string, written: string): readonly [string, LinkReference] => [
  labelOf(name),
  { href: written.trim().slice(0, longestNamed) },
]

/** Applies the definitions that an element refers to by name; its own attributes take precedence. */
export const resolveNamed = (token: Token, references: Readonly<Record<string, LinkReference>>): void => {
  const names: readonly string[] = token.meta?.named ?? []
  if (names.length === 0) return
  const classes: string[] = []
  const seen = new Set<string>()
  const resolve = (name: string): void => {
    if (seen.has(name)) return
    seen.add(name)
    const written = attributesIn(references[labelOf(name)]?.href ?? '')
    for (const [key, value] of written) if (key === '') resolve(value)
    for (const [key, value] of written)
      if (key === 'class') classes.push(value)
      else if (key !== '' && !own.has(key)) token.attrSet(key, value)
  }
  const own = new Set(token.attrs?.map(([key]) => key))
  for (const name of names) resolve(name)
  const ownClass = token.attrGet('class')
  if (classes.length > 0)
    token.attrSet('class', [...classes, ...(ownClass === null ? [] : [ownClass])].join(' '))
}
