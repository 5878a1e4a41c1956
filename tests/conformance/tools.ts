import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * The foreign judges, installed where they are missing: programs from Debian, veraPDF by Maven, pyHanko by pip with
 * hashes, the latter two in exact versions into the cache. Each speaks for itself: its version is asked, not assumed.
 */
export type Tools = { java: string; veraPdfJar: string; python: string; versions: Readonly<Record<string, string>> };

const veraPdf = {
  artifact: 'org.verapdf.apps:greenfield-apps:1.28.2',
  file: 'greenfield-apps-1.28.2.jar',
  sha256: '687d4d8bcfec48c9f7e931cf78ed061f1eeccfba55d4cdc000ba9b4d8aa46ce6',
};
const mavenPlugin = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy';
const requirements = join(import.meta.dirname, 'requirements.txt');

/** Throws one sentence naming what is missing and could not be installed. */
export function installTools(): Tools {
  const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'schalter');
  mkdirSync(cache, { recursive: true });
  installFromDebian();
  const veraPdfJar = installVeraPdf(join(cache, 'verapdf-1.28.2'));
  const python = installPyHanko(cache);
  const versions = {
    veraPDF: versionIn(outputOf('java', ['-cp', veraPdfJar, veraPdfMain, '--version']), /veraPDF ([\d.]+)/),
    pyHanko: outputOf(python, ['-c', 'import importlib.metadata as m; print(m.version("pyHanko"))']).trim(),
    pdfsig: versionIn(outputOf('pdfsig', ['-v']), /version ([\d.]+)/),
    qpdf: versionIn(outputOf('qpdf', ['--version']), /version ([\d.]+)/),
    OpenSSL: versionIn(outputOf('openssl', ['version']), /OpenSSL ([\d.]+)/),
    Java: versionIn(outputOf('java', ['-version']), /version "([^"]+)"/),
  };
  return { java: 'java', veraPdfJar, python, versions };
}

export const veraPdfMain = 'org.verapdf.apps.GreenfieldCliWrapper';

/** Runs a program to its end; what it says on both channels. Never throws for its exit code. */
export function outputOf(command: string, args: readonly string[], input?: string): string {
  const ran = spawnSync(command, args, { encoding: 'utf8', input, maxBuffer: 64 * 1024 * 1024 });
  if (ran.error) throw new Error(`${command} does not run: ${ran.error.message}`);
  return ran.stdout + ran.stderr;
}

/** A command of each package, and how to see that it is there. */
const packages: Readonly<Record<string, readonly [command: string, ...args: string[]]>> = {
  'default-jre-headless': ['java', '-version'],
  maven: ['mvn', '--version'],
  'poppler-utils': ['pdfsig', '-v'],
  qpdf: ['qpdf', '--version'],
  openssl: ['openssl', 'version'],
  'python3-venv': ['python3', '-c', 'import venv, ensurepip'],
};

function installFromDebian(): void {
  const missing = Object.entries(packages)
    .filter(([, [command, ...args]]) => spawnSync(command, args).status !== 0)
    .map(([name]) => name);
  if (missing.length === 0) return;
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get'))
    throw new Error(`Missing: ${missing.join(', ')}. "apt-get install ${missing.join(' ')}" installs them.`);
  console.log(`Installing ${missing.join(', ')} …`);
  run('apt-get', ['update', '-qq']);
  run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...missing]);
}

function installVeraPdf(folder: string): string {
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
  return jar;
}

/** One environment for each list of requirements; complete once it carries its name. */
function installPyHanko(cache: string): string {
  const wanted = createHash('sha256').update(readFileSync(requirements)).digest('hex').slice(0, 12);
  const folder = join(cache, `pyhanko-${wanted}`);
  const python = join(folder, 'bin', 'python');
  if (existsSync(join(folder, '.complete'))) return python;
  console.log('Installing pyHanko …');
  rmSync(folder, { recursive: true, force: true });
  run('python3', ['-m', 'venv', folder]);
  run(python, ['-m', 'pip', 'install', '-q', '--disable-pip-version-check', '--require-hashes', '-r', requirements]);
  const mark = join(folder, '.complete');
  writeFileSync(`${mark}.part`, '');
  renameSync(`${mark}.part`, mark);
  return python;
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
