import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * The foreign judges, installed where they are missing: programs from Debian, veraPDF by Maven, pyHanko by pip with
 * hashes, the latter two in exact versions into the cache. Each speaks for itself: its version is asked, not assumed.
 */
export const foreignJudges = ['veraPDF', 'pyHanko', 'pdfsig', 'qpdf', 'OpenSSL'] as const;
export type ForeignJudge = (typeof foreignJudges)[number];

/** `versions` has every judge that is there, with its version. */
export type Tools = { veraPdfJar: string; python: string; versions: Readonly<Partial<Record<ForeignJudge, string>>> };

const veraPdf = {
  artifact: 'org.verapdf.apps:greenfield-apps:1.28.2',
  file: 'greenfield-apps-1.28.2.jar',
  sha256: '687d4d8bcfec48c9f7e931cf78ed061f1eeccfba55d4cdc000ba9b4d8aa46ce6',
};
const mavenPlugin = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy';
const requirements = join(import.meta.dirname, 'requirements.txt');

/**
 * Throws one sentence naming a judge that is missing and could not be installed, and why; unless `allowed` has it:
 * then it is said aloud and not asked.
 */
export function installTools(allowed: ReadonlySet<ForeignJudge>): Tools {
  const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'schalter');
  mkdirSync(cache, { recursive: true });
  const veraPdfFolder = join(cache, 'verapdf-1.28.2');
  const veraPdfJar = join(veraPdfFolder, veraPdf.file);
  const python = join(pyHankoFolder(cache), 'bin', 'python');
  const versionOf: Record<ForeignJudge, () => string> = {
    veraPDF: () => {
      installFromDebian('default-jre-headless', ...(existsSync(veraPdfJar) ? [] : ['maven' as const]));
      installVeraPdf(veraPdfFolder);
      const said = outputOf('java', ['-cp', veraPdfJar, veraPdfMain, '--version']);
      const java = versionIn(outputOf('java', ['-version']), /version "([^"]+)"/);
      return `${versionIn(said, /veraPDF ([\d.]+)/)} (Java ${java})`;
    },
    pyHanko: () => {
      if (!existsSync(python)) installFromDebian('python3-venv');
      installPyHanko(pyHankoFolder(cache));
      return outputOf(python, ['-c', 'import importlib.metadata as m; print(m.version("pyHanko"))']).trim();
    },
    pdfsig: () => {
      installFromDebian('poppler-utils');
      return versionIn(outputOf('pdfsig', ['-v']), /version ([\d.]+)/);
    },
    qpdf: () => {
      installFromDebian('qpdf');
      return versionIn(outputOf('qpdf', ['--version']), /version ([\d.]+)/);
    },
    OpenSSL: () => {
      installFromDebian('openssl');
      return versionIn(outputOf('openssl', ['version']), /OpenSSL ([\d.]+)/);
    },
  };
  const versions: Partial<Record<ForeignJudge, string>> = {};
  for (const judge of foreignJudges)
    try {
      versions[judge] = versionOf[judge]();
    } catch (error) {
      const why = `${judge} is missing: ${error instanceof Error ? error.message : String(error)}`;
      if (!allowed.has(judge)) throw new Error(why, { cause: error });
      console.log(`${why} It is not asked, as --allow-missing says.`);
    }
  return { veraPdfJar, python, versions };
}

export const veraPdfMain = 'org.verapdf.apps.GreenfieldCliWrapper';

/** Runs a program to its end; what it says on both channels. Never throws for its exit code. */
export function outputOf(command: string, args: readonly string[], input?: string): string {
  const ran = spawnSync(command, args, { encoding: 'utf8', input, maxBuffer: 64 * 1024 * 1024 });
  if (ran.error) throw new Error(`${command} does not run: ${ran.error.message}`);
  return ran.stdout + ran.stderr;
}

/** A command of each package, and how to see that it is there. */
const packages = {
  'default-jre-headless': ['java', '-version'],
  maven: ['mvn', '--version'],
  'poppler-utils': ['pdfsig', '-v'],
  qpdf: ['qpdf', '--version'],
  openssl: ['openssl', 'version'],
  'python3-venv': ['python3', '-c', 'import venv, ensurepip'],
} satisfies Readonly<Record<string, readonly [command: string, ...args: string[]]>>;

function installFromDebian(...names: readonly (keyof typeof packages)[]): void {
  const missing = names.filter((name) => {
    const [command, ...args] = packages[name];
    return spawnSync(command, args).status !== 0;
  });
  if (missing.length === 0) return;
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get'))
    throw new Error(`"apt-get install ${missing.join(' ')}" installs what it needs.`);
  console.log(`Installing ${missing.join(', ')} …`);
  run('apt-get', ['update', '-qq']);
  run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...missing]);
}

function installVeraPdf(folder: string): void {
  const jar = join(folder, veraPdf.file);
  if (!existsSync(jar)) {
    console.log(`Installing veraPDF (${veraPdf.artifact}) …`);
    mkdirSync(folder, { recursive: true });
    run(
      'mvn',
      ['-q', '-B', '-Dstyle.color=never', mavenPlugin, `-Dartifact=${veraPdf.artifact}`, `-DoutputDirectory=${folder}`],
      folder,
    );
  }
  const found = createHash('sha256').update(readFileSync(jar)).digest('hex');
  if (found !== veraPdf.sha256) {
    rmSync(jar);
    throw new Error(`${veraPdf.file} is not the file we know: ${found}.`);
  }
}

/** One environment for each list of requirements. */
function pyHankoFolder(cache: string): string {
  const wanted = createHash('sha256').update(readFileSync(requirements)).digest('hex').slice(0, 12);
  return join(cache, `pyhanko-${wanted}`);
}

/** It is complete once it carries its mark. */
function installPyHanko(folder: string): void {
  if (existsSync(join(folder, '.complete'))) return;
  const python = join(folder, 'bin', 'python');
  console.log('Installing pyHanko …');
  rmSync(folder, { recursive: true, force: true });
  run('python3', ['-m', 'venv', folder]);
  run(python, ['-m', 'pip', 'install', '-q', '--disable-pip-version-check', '--require-hashes', '-r', requirements]);
  const mark = join(folder, '.complete');
  writeFileSync(`${mark}.part`, '');
  renameSync(`${mark}.part`, mark);
}

function run(command: string, args: readonly string[], cwd?: string): void {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const ran = spawnSync(command, args, { stdio: ['ignore', 2, 2], env, ...(cwd ? { cwd } : {}) });
  if (ran.status !== 0) throw new Error(`"${command} ${args.join(' ')}" failed (${ran.status ?? ran.error?.message}).`);
}

function versionIn(said: string, pattern: RegExp): string {
  const version = pattern.exec(said)?.[1];
  if (!version) throw new Error(`No version in: ${said.slice(0, 200)}`);
  return version;
}
