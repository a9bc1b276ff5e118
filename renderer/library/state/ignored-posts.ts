import { create } from 'zustand'
import type { IgnoredPosts } from '../../../shared/ipc/library-calls'
import { t } from '../../../shared/texts/translate'
import { api } from '../../base/api'
import { showError, showNotice } from '../../base/notices'
import { changeSettings, getSettings } from '../../base/settings-store'
import { useSite } from '../../base/site-store'
import { postsInWords } from '../plan/posts-in-words'

const none: IgnoredPosts = { posts: 0, isMore: false, folders: [] }

/** The posts of the open folder that are not listed, because Git ignores them. */
export const useIgnored = create<IgnoredPosts>(() => none)

/** "3 posts", "more than 1,000 posts". */
export const ignoredInWords = ({ posts, isMore }: IgnoredPosts): string =>
  isMore ? t('library.moreThan', { posts: postsInWords(posts) }) : postsInWords(posts)

/** What the writer decided for the open site; null where nothing yet. */
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

/** Leaves the posts that Git ignores out of the list, and says no more about it. */
export const leaveIgnoredOut = (): void => decide('leftOut')

/** Asks for the ignored posts of the folder that is open now. */
export const loadIgnored = async (): Promise<void> => {
  useIgnored.setState(none)
  useIgnored.setState(await api.ignoredPosts())
}

/** Follows the ignored posts for as long as the window lives. */
export const followIgnored = (): void => {
  api.on('ignoredPostsChanged', (ignored) => useIgnored.setState(ignored))
}
