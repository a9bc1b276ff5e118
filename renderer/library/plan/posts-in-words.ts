import { t } from '../../../shared/texts/translate'

/** A number of posts: “1 post”, “1,200 posts”. */
export const postsInWords = (count: number): string => t('changes.posts', { count })
