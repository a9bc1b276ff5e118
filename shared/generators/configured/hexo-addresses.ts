import type { Values } from '../../configuration/read-data'
import type { AddressSettings } from '../shape/address-settings'
import { textOf } from '../shape/configured-values'

/** What a Hexo configuration says about addresses. */
export const hexoAddresses = (values: Values): AddressSettings => {
  const permalink = textOf(values, 'permalink')
  const newPostName = textOf(values, 'new_post_name')
  return {
    ...(permalink !== null && { permalinks: { '': permalink } }),
    ...(newPostName !== null && { newPostName }),
    ...(values.post_asset_folder === true && { assetFolders: true }),
  }
}
