import { execFile } from 'node:child_process'
import { statfs } from 'node:fs/promises'
import { promisify } from 'node:util'
import { realPath } from '../../disk/calls/real-path'

/** NFS, SMB, CIFS, FUSE (sshfs, cloud disks), AFS, 9P, Ceph, as statfs numbers them on Linux. */
const remoteTypes = new Set([
  0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x65735546, 0x5346414f, 0x01021997, 0x00c36400,
])

/** Remote and virtual file systems on macOS. */
const remoteOnMac = /^(?:smbfs|nfs|afpfs|webdav|davfs|cifs|ftp|acfs|fuse\w*|macfuse\w*|osxfuse\w*|.*fuse.*)$/

/** Whether other machines may change a folder, for which the system then sends no events. */
export const isRemote = async (root: string): Promise<boolean> => {
  switch (process.platform) {
    case 'win32':
      return isShare(await realPath(root)) // the real path of a mapped drive is its share
    case 'linux':
      return remoteTypes.has((await statfs(root)).type)
    case 'darwin':
      return isOnRemoteMount(root, await mounts())
    default:
      return false
  }
}

const isShare = (path: string): boolean => /^\\\\(?![.?]\\)|^\\\\\?\\UNC\\/i.test(path)

const mounts = async (): Promise<string> => {
  const { stdout } = await promisify(execFile)('/sbin/mount', [], { timeout: 5_000 })
  return stdout
}

/** Whether a path is on a remote mount, by the output of `mount` on macOS (`//me@nas/blog on /Volumes/blog (smbfs, nodev)`). */
export const isOnRemoteMount = (path: string, printed: string): boolean => {
  let longest = -1
  let remote = false
  for (const line of printed.split('\n')) {
    const [, at = '', kind = ''] = /^.* on (\/.*) \(([^,)]+)/.exec(line) ?? []
    const fold = (text: string): string => text.normalize('NFC')
    const isBelow = at !== '' && fold(`${path}/`).startsWith(fold(at.endsWith('/') ? at : `${at}/`))
    if (!isBelow || at.length <= longest) continue
    longest = at.length
    remote = remoteOnMac.test(kind)
  }
  return remote
}
