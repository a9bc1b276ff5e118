import type { Token } from 'markdown-it'

export type Attributes = readonly (readonly [name: string, value: string])[]

const part =
  /(?:^|\s)(?:(\w[\w-]*)=("|')((?:\\[}"']|\\(?![}"'])|[^}\\])*?)\2|(\w[\w-]*)|((?:#[A-Za-z][\w:-]*|\.[^\s.#]+)+))(?=\s|$)/g
/** Of a list of attributes, in characters: a quote that is not closed is looked for from each name. */
const longest = 2_000
const allowed = /^(?:id|class|title|lang|dir|align|width|height|start|alt|loading)$/

/** The attributes of `#id .class key="value"`; those that could load or run are left out. */
export const attributesIn = (written: string): Attributes => {
  const found: [string, string][] = []
  for (const [, key, , value, , marks] of written.slice(0, longest).matchAll(part)) {
    if (key !== undefined && allowed.test(key)) found.push([key, (value ?? '').replace(/\\([}"'])/g, '$1')])
    for (const [, id, name] of marks?.matchAll(/#([A-Za-z][\w:-]*)|\.([^\s.#]+)/g) ?? [])
      found.push(id === undefined ? ['class', name ?? ''] : ['id', id])
  }
  return found
}

/** Writes attributes on an element; classes are added to those that are there. */
export const writeAttributes = (token: Token, attributes: Attributes): void => {
  for (const [name, value] of attributes)
    if (name === 'class') token.attrJoin('class', value)
    else token.attrSet(name, value)
}
