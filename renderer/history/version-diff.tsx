import { useMemo } from 'react'
import { compareVersions, type KeyChange, type Passage } from '../../shared/merge/compare-versions'
import type { TextChange } from '../../shared/text/text-change'
import { Button } from '../ui/button'
import styles from './version-diff.module.css'

export interface VersionDiffProps {
  readonly earlier: string
  readonly now: string
  /** Brings one part of the earlier version back; without it the parts are only shown. */
  readonly onRestore?: (change: TextChange) => void
}

type Restore = VersionDiffProps['onRestore']

/** What an earlier version says otherwise: keys of the front matter in a table, the text by words. */
export const VersionDiff = ({ earlier, now, onRestore }: VersionDiffProps) => {
  const { keys, passages } = useMemo(() => compareVersions(earlier, now), [earlier, now])
  if (keys.length === 0 && passages.every(({ kind }) => kind === 'same'))
    return <p className={styles.same}>This version is what the post says now.</p>
  return (
    <div className={styles.diff}>
      <p className={styles.signs}>
        <span className={styles.removed}>Struck out</span> is what this version has and the post has not;{' '}
        <span className={styles.added}>underlined</span> is what came since.
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
        <th scope="col">Front matter</th>
        <th scope="col">Then</th>
        <th scope="col">Now</th>
        {onRestore && <th scope="col" aria-label="Restore" />}
      </tr>
    </thead>
    <tbody>
      {keys.map(({ key, was, is, restore }) => (
        <tr key={key}>
          <th scope="row">{key || 'comments'}</th>
          <td>{was === null ? <i>not there</i> : <del className={styles.removed}>{was}</del>}</td>
          <td>{is === null ? <i>not there</i> : <ins className={styles.added}>{is}</ins>}</td>
          {onRestore && (
            <td>
              <Button aria-label={`Restore ${key}`} onClick={() => onRestore(restore)}>
                Restore
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
      {onRestore && <Button onClick={() => onRestore(passage.restore)}>Restore this part</Button>}
    </div>
  )
}

const shownLines = 2

/** Long stretches without a change are cut to the lines next to one. */
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
      <p className={styles.cut}>{hidden} lines are the same</p>
      <p className={styles.context} dir="auto">
        {lines.slice(-shownLines).join('\n')}
      </p>
    </>
  )
}
