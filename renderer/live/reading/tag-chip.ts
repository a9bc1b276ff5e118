import type { Stand } from './marks'

const inside = /^(?:\{\{[<%]?|\{[%#]|<)[-~]?\s*([\s\S]*?)\s*[-~]?(?:[>%]?\}\}|[%#]\}|\/?>)$/
const maxShown = 80

/** The chip text of a template tag: its kind, its name, and its parameters as `key: value`. */
export const chipOf = (label: string, source: string): Extract<Stand, { kind: 'chip' }> => {
  const content = (inside.exec(source.trim())?.[1] ?? source).replace(/\s+/g, ' ')
  const [, name = '', rest = ''] = /^(\/?[\w.$-]*)\s*(.*)$/.exec(content) ?? []
  const detail = rest.replace(
    /([\w.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|(\S+))/g,
    (_all, key, a, b, c) => `${key}: ${a ?? b ?? c}`,
  )
  const cut = detail.length > maxShown ? `${detail.slice(0, maxShown)}…` : detail
  return { kind: 'chip', label: label.toLowerCase(), name, detail: cut }
}
