import { useMemo } from 'react'
import { readabilityOf, type StyleHintKind, styleHintsIn } from '../../../shared/spelling/style-hints'
import { t } from '../../../shared/texts/translate'
import { useSettings } from '../../base/settings-store'
import { getHeadState, getText } from '../../document/document-store'
import { useWords } from '../../document/place/word-count'

const most = 300_000

/** The body without its code. */
const proseOfBody = (): string =>
  getText()
    .slice(getHeadState()?.split.bodyFrom ?? 0)
    .slice(0, most)
    .replace(/^ {0,3}(`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^ {0,3}\1[`~]*[ \t]*$|$(?![\s\S]))/gm, '\n')
    .replace(/`[^`\n]*`/g, ' ')

const ease = (lix: number): string =>
  lix < 30
    ? t('editor.veryEasy')
    : lix < 40
      ? t('editor.easy')
      : lix < 50
        ? t('editor.medium')
        : t('editor.hard')

/** The numbers of style hints in the whole post, and its readability; empty while hints are off. */
export const useStyleCounts = (): readonly (readonly [name: string, value: string])[] => {
  const on = useSettings((settings) => settings.styleHints)
  const words = useWords((state) => state.words)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new word count means a new text
  return useMemo(() => {
    if (!on) return []
    const text = proseOfBody()
    const hints = text.split(/\n\s*\n/).flatMap((paragraph) => styleHintsIn(paragraph, 'en'))
    const count = (kind: StyleHintKind) => String(hints.filter((hint) => hint.kind === kind).length)
    const lix = readabilityOf(text)
    return [
      [t('editor.longSentences'), count('long-sentence')],
      [t('editor.repeatedWords'), count('repeated-word')],
      [t('editor.passives'), count('passive')],
      ...(lix === null
        ? []
        : [[t('editor.readability'), t('editor.lix', { lix, ease: ease(lix) })] as const]),
    ]
  }, [on, words])
}
