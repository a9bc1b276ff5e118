import { type ReactElement, useMemo, useState } from 'react'
import type { PostId, PostSummary } from '../../../shared/posts/post'
import { t } from '../../../shared/texts/translate'
import { showError } from '../../base/notices'
import { words } from '../../base/platform'
import { ContextMenu, MenuItem, MenuSeparator } from '../../ui/menu'
import { openBulkEdit } from '../bulk-edit/store'
import { askForDate, dateActionOf, publishDraft } from '../rename/date-store'
import { openMove } from '../rename/move-store'
import { openRename } from '../rename/rename-store'
import { duplicatePost, trashPosts } from '../state/file-operations'
import { copyPath, openFromList, publishPosts, showInFolder, toggleFeatured } from '../state/post-actions'
import { positionOf, selectedAfter, selectedPosts, useSelection } from '../state/selection'

const idUnder = (target: EventTarget | null): PostId | undefined =>
  target instanceof Element ? target.closest<HTMLElement>('[data-post]')?.dataset.post : undefined

export interface PostMenuProps {
  /** The list itself. */
  readonly area: ReactElement<{ onContextMenuCapture?: (event: React.MouseEvent) => void }>
  readonly posts: readonly PostSummary[]
}

/** The list with its context menu for the row under the pointer, or the selection that includes it. */
export const PostMenu = ({ area, posts }: PostMenuProps) => {
  const { ids, active } = useSelection()
  const [pressed, setPressed] = useState<PostId | null>(null)
  const meant = pressed ?? active
  const post = useMemo(() => (meant === null ? undefined : posts[positionOf(posts, meant)]), [posts, meant])
  const chosen = useMemo(() => (post ? selectedPosts(posts, ids, post) : []), [posts, ids, post])
  const many = chosen.length > 1
  const dates = post && dateActionOf(post)
  const drafts = chosen.filter((one) => dateActionOf(one).publish === 'flag')
  const allFeatured = chosen.every(({ featured }) => featured)

  return (
    <ContextMenu
      area={
        <div
          style={{ display: 'contents' }}
          onContextMenuCapture={(event) => {
            const id = idUnder(event.target) ?? null // the menu key applies to the active row
            setPressed(id)
            if (id !== null && !ids.has(id)) {
              useSelection.setState((selection) => selectedAfter(selection, [], id, 'one'))
            }
          }}
        >
          {area}
        </div>
      }
    >
      {post && (
        <>
          {!many && (
            <MenuItem
              label={t('library.open')}
              hint={t('library.enterKey')}
              onSelect={() => openFromList(post.id, true)}
            />
          )}
          <MenuItem
            label={
              allFeatured
                ? t('library.unfeature')
                : many
                  ? t('library.featurePosts', { count: chosen.length })
                  : t('library.feature')
            }
            hint="F"
            onSelect={() => toggleFeatured(chosen, !allFeatured)}
          />
          <MenuItem
            label={many ? t('library.editFieldsOf', { count: chosen.length }) : t('library.editFields')}
            onSelect={() => openBulkEdit(chosen.map(({ id }) => id)).catch(showError)}
          />
          {many && drafts.length > 0 && (
            <MenuItem
              label={t('library.publishDrafts', { count: drafts.length })}
              onSelect={() => publishPosts(drafts).catch(showError)}
            />
          )}
          {!many && (
            <>
              <MenuSeparator />
              <MenuItem
                label={t('titles.rename-post')}
                onSelect={() => openRename(post.id, post.slug).catch(showError)}
              />
              <MenuItem label={t('titles.move-post')} onSelect={() => openMove(post.id).catch(showError)} />
              {dates?.publish && (
                <MenuItem
                  label={dates.publish === 'move' ? t('library.publish') : t('changes.publish')}
                  onSelect={() => publishDraft(post).catch(showError)}
                />
              )}
              {dates?.nameDate && (
                <MenuItem
                  label={t('library.changeDate')}
                  onSelect={() => askForDate(post).catch(showError)}
                />
              )}
              <MenuItem
                label={t('titles.duplicate-post')}
                onSelect={() => duplicatePost(post.id).catch(showError)}
              />
              <MenuSeparator />
              <MenuItem label={words.reveal} onSelect={() => showInFolder(post.id)} />
              <MenuItem label={t('library.copyPath')} onSelect={() => copyPath(post.id)} />
            </>
          )}
          <MenuSeparator />
          <MenuItem
            label={many ? t('library.movePosts', { count: chosen.length, bin: words.bin }) : words.moveToBin}
            danger
            onSelect={() => void trashPosts(chosen)}
          />
        </>
      )}
      {!post && <MenuItem label={t('library.noPostHere')} disabled onSelect={() => setPressed(null)} />}
    </ContextMenu>
  )
}
