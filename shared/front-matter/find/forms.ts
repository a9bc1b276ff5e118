import { t } from '../../texts/translate'
import type { HeadProblem } from './types'

/**
 * How a head may stand in its file; generators differ on which of these they read. `plain` starts with the file: `---`,
 * `+++` or `{`.
 */
export const headForms = [
  'plain',
  /** One empty line first. */
  'after-blank-line',
  /** Empty lines, or lines of blanks, first. */
  'after-blank-lines',
  /** Blanks on the line of the opening fence. */
  'after-blanks',
  /** Four dashes or more. */
  'long-fence',
  /** `;;;` around JSON without its outer braces. */
  'semicolons',
  /** YAML, or JSON without braces, from the first line on, with a closing fence only. */
  'without-opening',
  /** `Key: value` lines up to the first blank line, as Python-Markdown reads them. */
  'meta-lines',
  /** `.. key: value` lines, in an HTML comment or up to the first blank line. */
  'dotted-lines',
] as const
export type HeadForm = (typeof headForms)[number]

/** Which heads a generator reads. */
export interface ReadableHeads {
  /** The generator's name, for messages. */
  readonly generator: string
  /** Beside `plain`, which all read that read heads at all. */
  readonly forms: readonly HeadForm[]
  /** `Key: value` lines are one only where they can be nothing else: a title alone may be the start of a text. */
  readonly sureLinesOnly?: boolean
}

const described: Readonly<Record<HeadForm, string>> = {
  plain: t('form.formPlain'),
  'after-blank-line': t('form.formBlankLine'),
  'after-blank-lines': t('form.formBlankLines'),
  'after-blanks': t('form.formBlanks'),
  'long-fence': t('form.formLongFence'),
  semicolons: t('form.formSemicolons'),
  'without-opening': t('form.formNoOpening'),
  'meta-lines': t('form.formPelican'),
  'dotted-lines': t('form.formNikola'),
}

/** Why a generator takes a head of this form for text; null where it reads it, or no generator is known. */
export const unreadForm = (form: HeadForm, readable: ReadableHeads | undefined): HeadProblem | null =>
  readable === undefined || form === 'plain' || readable.forms.includes(form)
    ? null
    : {
        message: t('form.unreadForm', { form: described[form], generator: readable.generator }),
        line: 1,
      }
