import { join } from 'node:path'
import { parseSiteConfig, type SiteConfig } from '../../../shared/site-config'
import { codeOf } from '../../disk/calls/codes'
import { readSmallFile } from '../../disk/read-small'

/** The settings in a site's `postwright.json`. A file with errors counts as empty; the library reports them. */
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
