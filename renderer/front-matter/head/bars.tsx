import { Code, FilePlus2, LayoutList, TriangleAlert } from 'lucide-react'
import { t } from '../../../shared/texts/translate'
import { revealLine } from '../../document/place/reveal-line'
import type { HeadState } from '../../document/state/head-field'
import { Button } from '../../ui/button'
import { addHead, setSource } from './actions'
import styles from './bars.module.css'

/** Above a head that cannot be parsed: the error with a link to its line. The text below stays editable. */
export const BrokenHead = ({ head }: { readonly head: HeadState }) => {
  if (head.frontMatter.kind !== 'broken') return null
  const { message, line } = head.frontMatter
  return (
    <div className={styles.broken} role="alert">
      <TriangleAlert size={16} aria-hidden />
      <p>
        <strong>{t('form.cannotRead')}</strong> {t('form.cannotReadDetail', { line, message })}
      </p>
      <Button onClick={() => revealLine(line)}>{t('commands.goToLine', { line })}</Button>
    </div>
  )
}

/** Above a head that is shown as source. */
export const SourceBar = () => (
  <div className={styles.sourceBar}>
    <span>{t('document.frontMatter')}</span>
    <Button look="quiet" onClick={() => setSource(false)}>
      <LayoutList size={14} aria-hidden />
      {t('form.formView')}
    </Button>
  </div>
)

/** Above a post without front matter. Offers to add some unless the text starts with something like it. */
export const NoHead = ({ head: { frontMatter } }: { readonly head: HeadState }) => {
  if (frontMatter.kind === 'none' && frontMatter.lookalike !== null)
    return (
      <div className={styles.sourceBar}>
        <span>{t('form.lookalike', { kind: frontMatter.lookalike })}</span>
        <Button look="quiet" onClick={() => revealLine(1)}>
          {t('form.goToFirstLine')}
        </Button>
      </div>
    )
  return (
    <div className={styles.sourceBar}>
      <span>{t('form.noFrontMatter')}</span>
      <Button look="quiet" onClick={addHead}>
        <FilePlus2 size={14} aria-hidden />
        {t('form.addFrontMatter')}
      </Button>
    </div>
  )
}

/** The button that switches to the source. */
export const SourceButton = () => (
  <Button look="quiet" onClick={() => setSource(true)}>
    <Code size={14} aria-hidden />
    {t('form.source')}
  </Button>
)
