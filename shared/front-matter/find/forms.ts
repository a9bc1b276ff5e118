import { t } from '../../texts/translate'
import type { HeadProblem } from './types'

/**
 * The forms that a head can have in its file; generators differ in which of them they read. `plain` starts at
 * the first character of the file with `---`, `+++` or `{`.
 */
export const headForms = [
  'plain',
  /** After one empty line. */
  'after-blank-line',
  /** After several empty lines, or after lines of blanks. */
  'after-blank-lines',
  /** With blanks before the opening fence on its line. */
  'after-blanks',
  /** Four dashes or more. */
  'long-fence',
  /** `;;;` around JSON without its outer braces. */
  'semicolons',
  /** YAML, or JSON without braces, from the first line on, with only a closing fence. */
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
  /** The forms in addition to `plain`, which every generator that supports heads reads. */
  readonly forms: readonly HeadForm[]
  /** `Key: value` lines are a head only if they cannot be text: a title alone may be the start of a text. */
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

/** Why a generator treats a head of this form as text; null if it reads the form, or is not known. */
export const unreadForm = (form: HeadForm, readable: ReadableHeads | undefined): HeadProblem | null =>
  readable === undefined || form === 'plain' || readable.forms.includes(form)
    ? null
    : {
        message: t('form.unreadForm', { form: described[form], generator: readable.generator }),
        line: 1,
      }
