import { join } from 'node:path'
import { parseSiteConfig, type SiteConfig } from '../../../shared/front-matter/schema/site-config'
import { codeOf } from '../../disk/calls/codes'
import { readSmallFile } from '../../disk/read-small'

/** What `postwright.json` says of a site. One with mistakes says nothing here: the library tells of them. */
export const readPreferences = async (root: string): Promise<SiteConfig> => {
  const path = join(root, 'postwright.json')
  try {
    const text = await readSmallFile(path)
    if (text === null) return {}
    const read = parseSiteConfig(text.replace(/^\ufeff/, ''))
    return read.kind === 'ok' ? read.config : {}
  } catch (error) {
    if (codeOf(error) === '') throw error
    return {}
  }
}
