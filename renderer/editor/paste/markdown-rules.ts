import type TurndownService from 'turndown'
import { formatTable, readTable, writeTable } from '../../../shared/tables/table-text'
import { fenceOf } from './copied-code'
import { escaped } from './escape-words'
import { footnoteOf } from './pasted-notes'
import { gapBefore } from './table-gaps'

type Rules = Readonly<Record<string, TurndownService.Rule>>

const styleOf = (node: Element): string => node.getAttribute('style') ?? ''
const isIn = (node: Element, pattern: RegExp): boolean => {
  for (let parent = node.parentElement; parent; parent = parent.parentElement)
    if (pattern.test(parent.nodeName)) return true
  return false
}
const asElement = (node: TurndownService.Node): Element => node as unknown as Element

const isBold = (style: string): boolean => /font-weight:\s*(?:bold|bolder|[6-9]00)/i.test(style)
const isNotBold = (style: string): boolean => /font-weight:\s*(?:normal|lighter|[1-4]00)/i.test(style)
const monospace = /font-family:[^;]*(?:mono|courier|consolas|menlo)/i

/** Whether an ancestor of a node is already bold. */
const isInBold = (node: Element): boolean => {
  for (let parent = node.parentElement; parent; parent = parent.parentElement) {
    if (/^(?:H[1-6]|TH)$/.test(parent.nodeName) || isBold(styleOf(parent))) return true
    if (/^(?:B|STRONG)$/.test(parent.nodeName) && !isNotBold(styleOf(parent))) return true
  }
  return false
}

/** Bold and italic by style: word processors use no elements for them. */
const styled = (content: string, node: Element): string => {
  const style = styleOf(node)
  if (content.trim() === '') return content
  if (isIn(node, /^(?:PRE|CODE)$/)) return content
  if (monospace.test(style) && !content.includes('`')) return `\`${content}\``
  let words = content
  if (/text-decoration[\w-]*:[^;]*line-through/i.test(style)) words = `~~${words}~~`
  if (/font-style:\s*italic/i.test(style) && !isIn(node, /^(?:EM|I)$/)) words = `_${words}_`
  if (isBold(style) && !isInBold(node)) words = `**${words}**`
  return words
}

const languageOf = (node: Element): string => {
  const around = [node, node.parentElement, node.parentElement?.parentElement, node.querySelector('code')]
  for (const element of around) {
    const names = element?.getAttribute('class') ?? ''
    const [, name] =
      /(?:^|\s)(?:lang(?:uage)?-|highlight-source-|highlight-text-|brush:\s*)([\w+#.-]+)/.exec(names) ?? []
    const found = name ?? element?.getAttribute('data-lang') ?? element?.getAttribute('data-language')
    if (found) return found === 'shell' ? 'sh' : found
  }
  return ''
}

/** The text of code whose lines may be elements. */
const codeText = (node: Node): string => {
  let text = ''
  for (const child of Array.from(node.childNodes)) {
    if (child.nodeName === 'BR') text += '\n'
    else if (child.nodeType === 3) text += child.textContent ?? ''
    else {
      const inner = codeText(child)
      text += inner
      if (/^(?:DIV|P|LI|TR)$/.test(child.nodeName) && !inner.endsWith('\n')) text += '\n'
    }
  }
  return text
}

const indented = (text: string, by: number): string => text.replace(/\n(?=[^\n])/g, `\n${' '.repeat(by)}`)

const signOf = (node: Element): string => {
  const list = node.parentElement
  if (list?.nodeName !== 'OL') return '- '
  const start = Number(list.getAttribute('start') ?? 1) || 1
  const items = Array.from(list.children).filter(({ nodeName }) => nodeName === 'LI')
  return `${start + items.indexOf(node)}. `
}

/** Confluence marks tasks by classes. */
const taskBoxOf = (item: Element): string => {
  if (!/\binline-task-list\b/.test(item.parentElement?.getAttribute('class') ?? '')) return ''
  return /\bchecked\b/.test(item.getAttribute('class') ?? '') ? '[x] ' : '[ ] '
}

const isTight = (content: string): string => content.replace(/\n{2,}(?= *(?:[-*+]|\d+[.)]) )/g, '\n')

/** Placeholders for the ends of cells and rows while a table is built; they occur in no text. */
const [cellEnd, rowEnd] = ['\ue000', '\ue001']

const tableOf = (content: string): string => {
  const rows = content
    .split(rowEnd)
    .map((row) =>
      row
        .split(cellEnd)
        .slice(0, -1)
        .map((cell) => cell.trim().replace(/\s*\n\s*/g, ' ')),
    )
    .filter((cells) => cells.length > 0)
  const columns = Math.max(0, ...rows.map(({ length }) => length))
  if (columns < 2 || rows.length < 2) return rows.map((cells) => cells.join(' ')).join('\n\n')
  const lines = rows.map((cells) => {
    const filled = Array.from({ length: columns }, (_, index) =>
      (cells[index] ?? '').replace(/(?<!\\)\|/g, '\\|'),
    )
    return `| ${filled.join(' | ')} |`
  })
  const ruler = `|${' --- |'.repeat(columns)}`
  const table = readTable(lines.toSpliced(1, 0, ruler), [])
  const formatted = writeTable(formatTable(table))
  return ((formatted[0]?.length ?? 0) <= 120 ? formatted : writeTable(table)).join('\n')
}

const blockTags = /^(?:TABLE|UL|OL|PRE|BLOCKQUOTE|H[1-6])$/

/** A layout table contains blocks or other tables. */
const isLayout = (table: Element): boolean =>
  Array.from(table.querySelectorAll('td, th')).some((cell) =>
    Array.from(cell.querySelectorAll('*')).some(({ nodeName }) => blockTags.test(nodeName)),
  )

const tableRules: Rules = {
  cell: {
    filter: ['td', 'th'],
    replacement: (content, node) => {
      const span = Math.min(50, Number(asElement(node).getAttribute('colspan') ?? 1) || 1)
      const words = content.replaceAll(rowEnd, '\n\n').replaceAll(cellEnd, ' ').trim()
      return cellEnd.repeat(gapBefore(asElement(node))) + words + cellEnd.repeat(span)
    },
  },
  row: { filter: 'tr', replacement: (content) => `${content}${rowEnd}` },
  rows: { filter: ['thead', 'tbody', 'tfoot'], replacement: (content) => content },
  table: {
    filter: 'table',
    replacement: (content, node) =>
      `\n\n${isLayout(asElement(node)) ? content.replaceAll(cellEnd, '\n\n').replaceAll(rowEnd, '\n\n') : tableOf(content)}\n\n`,
  },
}

const blockRules: Rules = {
  code: {
    filter: 'pre',
    replacement: (_content, node) => {
      const element = asElement(node)
      return `\n\n${fenceOf(codeText(element.querySelector('code') ?? element), languageOf(element))}\n\n`
    },
  },
  item: {
    filter: 'li',
    replacement: (content, node) => {
      const sign = signOf(asElement(node))
      const box = taskBoxOf(asElement(node))
      return `${sign}${box}${indented(isTight(content.trim()).replace(/^\[([ x])\]\s*/, '[$1] '), sign.length)}\n`
    },
  },
  list: {
    filter: ['ul', 'ol'],
    replacement: (content, node) => {
      const parent = asElement(node).parentElement?.nodeName ?? ''
      const lines = content.trim().replace(/\n{2,}(?=[-\d])/g, '\n')
      if (parent === 'LI') return `\n${lines}\n`
      // Some programs nest a list without an item around it.
      if (parent === 'UL' || parent === 'OL')
        return `${lines.replace(/^/gm, parent === 'UL' ? '  ' : '   ')}\n`
      // Two adjacent lists of one kind would merge anyway.
      const gap = (sibling: Element | null) => (sibling?.nodeName === node.nodeName ? '\n' : '\n\n')
      const { previousElementSibling, nextElementSibling } = asElement(node)
      return `${gap(previousElementSibling)}${lines}${gap(nextElementSibling)}`
    },
  },
  wordTitle: {
    filter: (node) => node.nodeName === 'P' && node.getAttribute('class') === 'title',
    replacement: (content) => `\n\n# ${content.trim()}\n\n`,
  },
  wordItem: {
    filter: (node) => node.nodeName === 'P' && node.getAttribute('data-level') !== null,
    replacement: (content, node) => {
      const element = asElement(node)
      const sign = element.querySelector('.list-sign')?.textContent?.trim() ?? ''
      const level = Math.min(9, Number(element.getAttribute('data-level')) || 1)
      const number = /^(\d+|[a-z]|[ivx]+)[.)]/i.exec(sign)?.[1]
      const mark = number === undefined ? '- ' : `${Number(number) || 1}. `
      return `\n${'   '.repeat(level - 1)}${mark}${indented(content.trim(), 3 * level)}\n`
    },
  },
}

const inlineRules: Rules = {
  listSign: { filter: (node) => node.getAttribute('class') === 'list-sign', replacement: () => '' },
  styledWords: {
    filter: ({ nodeName }) => nodeName === 'SPAN' || nodeName === 'FONT',
    replacement: (content, node) => styled(content, asElement(node)),
  },
  bold: {
    filter: ['b', 'strong'],
    replacement: (content, node) => {
      const element = asElement(node)
      const isPlain = isNotBold(styleOf(element)) || isInBold(element)
      return isPlain || content.trim() === '' || content.includes('\n\n') ? content : `**${content}**`
    },
  },
  strike: {
    filter: ({ nodeName }) => /^(?:DEL|S|STRIKE)$/.test(nodeName),
    replacement: (content) => (content ? `~~${content}~~` : ''),
  },
  keys: {
    filter: ['kbd', 'sub', 'sup', 'mark'],
    replacement: (content, node) => {
      const tag = node.nodeName.toLowerCase()
      return content.trim() === '' ? '' : `<${tag}>${content}</${tag}>`
    },
  },
  link: {
    filter: 'a',
    replacement: (content, node) => {
      const element = asElement(node)
      const href = element.getAttribute('href') ?? ''
      const note = footnoteOf(href)
      if (note !== null) return note
      const words = content.replace(/\s*\n\s*/g, ' ').trim()
      if (href === '' || words === '' || /^[#¶§🔗]$/u.test(words)) return words.length > 1 ? words : ''
      if (element.textContent?.trim() === href) return `<${href}>`
      const title = element.getAttribute('title')?.replace(/"/g, '\\"') ?? ''
      return `[${words}](${addressOf(href)}${title ? ` "${title}"` : ''})`
    },
  },
  image: {
    filter: 'img',
    replacement: (_content, node) => {
      const element = asElement(node)
      const words = element.getAttribute('alt') ?? ''
      if (element.getAttribute('data-words') !== null) return escaped(words)
      const alt = words.replace(/[[\]\n]/g, ' ').trim()
      return `![${alt}](${addressOf(element.getAttribute('src') ?? '')})`
    },
  },
  box: {
    filter: (node) => node.nodeName === 'INPUT',
    replacement: (_content, node) => {
      const element = asElement(node)
      if (element.getAttribute('type') !== 'checkbox' || !isIn(element, /^LI$/)) return ''
      return element.getAttribute('checked') === null ? '[ ]' : '[x]'
    },
  },
  formula: {
    filter: (node) => node.nodeName === 'ANNOTATION',
    replacement: (_content, node) => {
      const tex = node.textContent?.trim() ?? ''
      const isDisplay = isInDisplay(asElement(node))
      return isDisplay ? `\n\n$$\n${tex}\n$$\n\n` : `$${tex}$`
    },
  },
}

const isInDisplay = (node: Element): boolean => {
  for (let parent = node.parentElement; parent; parent = parent.parentElement)
    if (/\bkatex-display\b/.test(parent.getAttribute('class') ?? '')) return true
  return false
}

const addressOf = (address: string): string => (/[\s()<>]/.test(address) ? `<${address}>` : address)

/** Rules for elements where turndown's own are not enough. */
export const markdownRules: Rules = { ...tableRules, ...blockRules, ...inlineRules }
