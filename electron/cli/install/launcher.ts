import { AppError } from '../../../shared/app-error'
import { t } from '../../../shared/texts/translate'
import { commandNames } from '../command-line'

/** A line in every launcher, by which our own is recognized. */
export const launcherMark = 'Starts Postwright.'

const inTerminal = [...commandNames, 'help', '--help', '-h', '--version', '-v']

/** A launcher for an AppImage, whose files exist only while it runs. */
export const appImageLauncher = (appImage: string): string => {
  const program = `'${appImage.replaceAll("'", `'\\''`)}'`
  return `#!/bin/sh
# ${launcherMark} A command runs in this terminal, and anything else opens in the window.
case \${1-} in
  ${inTerminal.join(' | ')})
    # No page is shown, so neither a display nor the sandbox of pages is needed.
    exec ${program} --no-sandbox --no-zygote --ozone-platform=headless --log-level=3 "$@"
    ;;
esac
setsid ${program} "$@" </dev/null >/dev/null &
`
}

/**
 * A launcher for Windows shells, which wait for a GUI program only in a batch file. A batch file is read in the code
 * page of the console, so the user's folder is written as its environment variable.
 */
export const windowsLauncher = (program: string, localAppData: string | undefined): string => {
  const isOwn = localAppData !== undefined && program.toLowerCase().startsWith(localAppData.toLowerCase())
  const rest = (isOwn ? program.slice(localAppData.length) : program).replaceAll('%', '%%')
  if (!/^[ -~]*$/.test(rest)) throw new AppError('bad-name', t('cli.asciiOnly', { path: program }))
  const quoted = `"${isOwn ? '%LOCALAPPDATA%' : ''}${rest}"`
  return [
    '@echo off',
    `rem ${launcherMark} A command runs in this console, and anything else opens in the window.`,
    `for %%c in (${inTerminal.join(' ')}) do if "%~1"=="%%c" goto run`,
    `start "" ${quoted} %*`,
    'exit /b',
    ':run',
    `${quoted} %*`,
    'exit /b %errorlevel%',
    '',
  ].join('\r\n')
}
