import { createCssVariablesTheme, createHighlighterCore, type HighlighterCore } from 'shiki/core'
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript'
import { itemAt } from '../../base/item-at'
import { languageName } from './code-languages'
import { escapeCode } from './code-text'
import { loadGrammar } from './grammars'

type LineState = ReturnType<ReturnType<HighlighterCore['getLanguage']>['tokenizeLine2']>['ruleStack']

interface Line {
  readonly html: string
  readonly after: number
}

interface Language {
  readonly grammar: ReturnType<HighlighterCore['getLanguage']>
  /** The states in which a line can start, identified by index. */
  readonly states: LineState[]
  readonly lines: Map<string, Line>
}

/** Highlights code with classes (`tok-keyword` and others), colored by the page's light and dark themes. */
export interface CodeHighlighter {
  /** Loads the language of a fence; false if it is not supported. */
  load(language: string): Promise<boolean>
  /** Code as safe HTML; null while its language is not loaded. Unknown languages stay plain. */
  highlight(code: string, language: string): string | null
}

const theme = createCssVariablesTheme({ name: 'page', variablePrefix: '--tok-', variableDefaults: {} })
const foreground = 0b00000000111111111000000000000000
const foregroundShift = 15
/** If a line takes longer, the rest of it stays plain. */
const longestLineMs = 1000
const keptLines = 20_000
const longestCode = 200_000

/**
 * A highlighter with a cache by line: the same line in the same state is never tokenized twice, so a key in a long block
 * costs one line only.
 */
export const createCodeHighlighter = (): CodeHighlighter => {
  const languages = new Map<string, Language>()
  let classes: readonly string[] = []
  let core: Promise<HighlighterCore> | null = null

  const start = async (): Promise<HighlighterCore> => {
    const highlighter = await createHighlighterCore({
      themes: [theme],
      langs: [],
      engine: createJavaScriptRegexEngine({ forgiving: true }),
    })
    classes = classesOf(highlighter)
    return highlighter
  }

  const load = async (language: string): Promise<boolean> => {
    const name = languageName(language)
    if (name === null) return false
    if (languages.has(name)) return true
    core ??= start()
    const highlighter = await core
    await highlighter.loadLanguage((await loadGrammar(name)) as never)
    if (!languages.has(name)) {
      languages.set(name, { grammar: highlighter.getLanguage(name), states: [], lines: new Map() })
    }
    return true
  }

  const highlight = (code: string, language: string): string | null => {
    const name = languageName(language)
    if (name === null || code.length > longestCode) return escapeCode(code)
    const known = languages.get(name)
    if (!known) return null
    let state = 0
    const lines = code.split('\n').map((text) => {
      const line = lineOf(known, text, state, classes)
      state = line.after
      return line.html
    })
    return lines.join('\n')
  }
  return { load, highlight }
}

const classesOf = (highlighter: HighlighterCore): readonly string[] => {
  const { theme: used, colorMap } = highlighter.setTheme('page')
  const names = Object.fromEntries(
    Object.entries(used.colorReplacements ?? {}).map(([color, variable]) => [
      color.toLowerCase(),
      /--tok-token-([a-z-]+)/.exec(String(variable))?.[1] ?? '',
    ]),
  )
  return colorMap.map((color) => names[color?.toLowerCase() ?? ''] ?? '')
}

const lineOf = (language: Language, text: string, before: number, classes: readonly string[]): Line => {
  if (text === '') return { html: '', after: before }
  const key = `${before} ${text}`
  const known = language.lines.get(key)
  if (known) return known
  if (language.lines.size > keptLines) language.lines.clear()
  // State 0 is the start of a text; the index of any other state in the list is one lower.
  const state = before === 0 ? null : itemAt(language.states, before - 1)
  const read = () => language.grammar.tokenizeLine2(text, state, longestLineMs)
  const first = read()
  // On a busy machine, compiling the rules can use up the time; the second time they are ready.
  const { tokens, ruleStack } = first.stoppedEarly ? read() : first
  let html = ''
  for (let at = 0; at < tokens.length; at += 2) {
    const part = escapeCode(text.slice(tokens[at], tokens[at + 2] ?? text.length))
    const name = classes[((tokens[at + 1] ?? 0) & foreground) >>> foregroundShift]
    html += name ? `<span class="tok-${name}">${part}</span>` : part
  }
  const line = { html, after: placeOf(language.states, ruleStack) }
  language.lines.set(key, line)
  return line
}

const placeOf = (states: LineState[], state: LineState): number => {
  const known = states.findIndex((other) => other.equals(state))
  return known < 0 ? states.push(state) : known + 1
}
