import { create } from 'zustand'
import type { IgnoredPosts } from '../../../shared/ipc/library-calls'
import { t } from '../../../shared/texts/translate'
import { api } from '../../base/api'
import { showError, showNotice } from '../../base/notices'
import { changeSettings, getSettings } from '../../base/settings-store'
import { useSite } from '../../base/site-store'
import { postsInWords } from '../plan/posts-in-words'

const none: IgnoredPosts = { posts: 0, isMore: false, folders: [] }

/** The posts of the open folder that are not listed because Git ignores them. */
export const useIgnored = create<IgnoredPosts>(() => none)

/** "3 posts", "more than 1,000 posts". */
export const ignoredInWords = ({ posts, isMore }: IgnoredPosts): string =>
  isMore ? t('library.moreThan', { posts: postsInWords(posts) }) : postsInWords(posts)

/** The user's decision for the open site; null if there is none. */
export const ignoredChoiceOf = (
  choices: Readonly<Record<string, 'shown' | 'leftOut'>>,
  site: string | undefined,
): 'shown' | 'leftOut' | null =>
  site !== undefined && Object.hasOwn(choices, site) ? (choices[site] ?? null) : null

const decide = (choice: 'shown' | 'leftOut'): void => {
  const key = useSite.getState().site?.key
  if (key === undefined) return
  const before = getSettings().ignoredPosts
  changeSettings({ ignoredPosts: { ...before, [key]: choice } })
  const isShown = choice === 'shown'
  if (isShown === (ignoredChoiceOf(before, key) === 'shown')) return
  api.showIgnored(isShown).catch((error) => showError(error, t('library.listNotChanged')))
}

/** Lists the posts that Git ignores, here and whenever the site is opened. */
export const includeIgnored = (): void => {
  const ignored = useIgnored.getState()
  decide('shown')
  if (ignored.posts === 0) return
  showNotice({
    kind: 'info',
    text: t('library.ignoredListed', { count: ignored.posts, isMore: ignored.isMore ? 'yes' : 'no' }),
    action: { label: t('library.leaveOut'), run: leaveIgnoredOut },
  })
}

/** Hides the posts that Git ignores, without further notes. */
export const leaveIgnoredOut = (): void => decide('leftOut')

/** Requests the ignored posts of the open folder. */
export const loadIgnored = async (): Promise<void> => {
  useIgnored.setState(none)
  useIgnored.setState(await api.ignoredPosts())
}

/** Tracks the ignored posts. */
export const followIgnored = (): void => {
  api.on('ignoredPostsChanged', (ignored) => useIgnored.setState(ignored))
}
