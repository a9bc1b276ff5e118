import { useMemo } from 'react'
import { compareVersions, type KeyChange, type Passage } from '../../shared/merge/compare-versions'
import type { TextChange } from '../../shared/text/text-change'
import { t } from '../../shared/texts/translate'
import { Button } from '../ui/button'
import { Phrase } from '../ui/phrase'
import styles from './version-diff.module.css'

export interface VersionDiffProps {
  readonly earlier: string
  readonly now: string
  /** Restores one part of the earlier version; without it the parts are only shown. */
  readonly onRestore?: (change: TextChange) => void
}

type Restore = VersionDiffProps['onRestore']

/** The differences of an earlier version: keys of the front matter in a table, the text by words. */
export const VersionDiff = ({ earlier, now, onRestore }: VersionDiffProps) => {
  const { keys, passages } = useMemo(() => compareVersions(earlier, now), [earlier, now])
  if (keys.length === 0 && passages.every(({ kind }) => kind === 'same'))
    return <p className={styles.same}>{t('document.sameVersion')}</p>
  return (
    <div className={styles.diff}>
      <p className={styles.signs}>
        <Phrase
          text={t('document.signs', { removed: '{removed}', added: '{added}' })}
          parts={{
            removed: <span className={styles.removed}>{t('document.struckOut')}</span>,
            added: <span className={styles.added}>{t('document.underlined')}</span>,
          }}
        />
      </p>
      {keys.length > 0 && <Keys keys={keys} onRestore={onRestore} />}
      {passages.map((passage, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: passages have no other name, and the list is made anew as a whole
        <PassageView key={index} passage={passage} onRestore={onRestore} />
      ))}
    </div>
  )
}

const Keys = ({ keys, onRestore }: { readonly keys: readonly KeyChange[]; readonly onRestore: Restore }) => (
  <table className={styles.keys}>
    <thead>
      <tr>
        <th scope="col">{t('document.frontMatter')}</th>
        <th scope="col">{t('document.before')}</th>
        <th scope="col">{t('document.now')}</th>
        {onRestore && <th scope="col" aria-label={t('document.restore')} />}
      </tr>
    </thead>
    <tbody>
      {keys.map(({ key, was, is, restore }) => (
        <tr key={key}>
          <th scope="row">{key || t('document.comments')}</th>
          <td>
            {was === null ? <i>{t('document.absent')}</i> : <del className={styles.removed}>{was}</del>}
          </td>
          <td>{is === null ? <i>{t('document.absent')}</i> : <ins className={styles.added}>{is}</ins>}</td>
          {onRestore && (
            <td>
              <Button aria-label={t('document.restoreKey', { key })} onClick={() => onRestore(restore)}>
                {t('document.restore')}
              </Button>
            </td>
          )}
        </tr>
      ))}
    </tbody>
  </table>
)

const PassageView = ({ passage, onRestore }: { readonly passage: Passage; readonly onRestore: Restore }) => {
  if (passage.kind === 'same') return <Same text={passage.text} />
  return (
    <div className={styles.changed}>
      <p className={styles.words} dir="auto">
        {passage.words.map(({ kind, text }, index) => {
          const key = `${index}:${kind}`
          if (kind === 'same') return <span key={key}>{text}</span>
          if (kind === 'added')
            return (
              <ins key={key} className={styles.added}>
                {text}
              </ins>
            )
          return (
            <del key={key} className={styles.removed}>
              {text}
            </del>
          )
        })}
      </p>
      {onRestore && <Button onClick={() => onRestore(passage.restore)}>{t('document.restorePart')}</Button>}
    </div>
  )
}

const shownLines = 2

/** Long unchanged parts are shortened to the lines near a change. */
const Same = ({ text }: { readonly text: string }) => {
  const lines = text.replace(/\n$/, '').split('\n')
  const hidden = lines.length - 2 * shownLines
  if (hidden < 3)
    return (
      <p className={styles.context} dir="auto">
        {lines.join('\n')}
      </p>
    )
  return (
    <>
      <p className={styles.context} dir="auto">
        {lines.slice(0, shownLines).join('\n')}
      </p>
      <p className={styles.cut}>{t('document.linesSame', { count: hidden })}</p>
      <p className={styles.context} dir="auto">
        {lines.slice(-shownLines).join('\n')}
      </p>
    </>
  )
}
