import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { Stop } from './bootstrap.mjs';
import { NODE, ROOT, run, workspaceEnvironment } from './process.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const PLACES = [
  '/usr/bin/chromium',
  '/usr/lib/chromium/chromium',
  '/opt/google/chrome/chrome',
  '/snap/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];
const WEB = join(ROOT, 'apps', 'web');
const DOWNLOAD_MS = 10 * 60_000;

/**
 * The path of a Chromium that starts: the one that CHROMIUM_PATH names, one on this machine, Playwright's own, or, as
 * root on Debian, the system's package.
 *
 * @param {(line: string) => void} say hears what is fetched, because that takes a while
 */
export async function findChromium(say = () => {}) {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (await starts(named)) return named;
    throw new Stop(`CHROMIUM_PATH names ${named}, which does not start.`);
  }
  return (await onThisMachine()) ?? (await fromPlaywright(say)) ?? (await fromDebian(say)) ?? giveUp();
}

async function onThisMachine() {
  const onPath = (process.env.PATH ?? '').split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)));
  for (const path of new Set([...onPath, ...PLACES])) {
    if (existsSync(path) && (await starts(path))) return path;
  }
  return undefined;
}

/** Not every file of that name starts: Ubuntu's is a note that says to install a snap. */
async function starts(path) {
  const { ok, output } = await run(path, ['--version'], { timeout: 20_000 });
  return ok && /\d+\.\d+/.test(output);
}

async function fromPlaywright(say) {
  const script = "import('@playwright/test').then(({ chromium }) => console.log(chromium.executablePath()))";
  const asked = await run(NODE, ['-e', script], { cwd: WEB });
  const path = asked.output.trim();
  if (!asked.ok) return undefined;
  if (existsSync(path) && (await starts(path))) return path;
  say('No Chromium on this machine: trying the download of Playwright');
  const env = workspaceEnvironment({ PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '15000' });
  const program = join(WEB, 'node_modules', '.bin', 'playwright');
  await run(program, ['install', '--no-shell', 'chromium'], { cwd: WEB, env, timeout: DOWNLOAD_MS });
  return existsSync(path) && (await starts(path)) ? path : undefined;
}

async function fromDebian(say) {
  if (process.getuid?.() !== 0 || !isDebian()) return undefined;
  say("That did not work: installing Debian's chromium package");
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update'], { env, timeout: DOWNLOAD_MS });
  await run('apt-get', ['install', '--yes', '--no-install-recommends', 'chromium'], { env, timeout: DOWNLOAD_MS });
  return onThisMachine();
}

function isDebian() {
  const release = '/etc/os-release';
  return existsSync(release) && /^ID=["']?debian["']?$/m.test(readFileSync(release, 'utf8'));
}

function giveUp() {
  throw new Stop(
    'The browser tests need a Chromium, and none was found or could be fetched. Install the package "chromium" (Debian: sudo apt-get install chromium; Fedora: sudo dnf install chromium; macOS: brew install --cask chromium), or set CHROMIUM_PATH to a Chrome or Chromium.',
  );
}
