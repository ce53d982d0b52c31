import { spawn } from 'node:child_process';

/**
 * Everything that CI runs. Checks and builds go beside the unit, component and integration tests, which leave half of a
 * second core idle; the end-to-end tests, some of which measure time, have the machine to themselves afterwards.
 */
const beside = ['check', 'build', 'build:e2e', 'build:firefox'];

/**
 * Runs a script of package.json.
 * @param {string} name
 * @param {'inherit' | 'pipe'} output where its words go; a pipe is printed when it has ended, so that two do not mix
 * @returns {Promise<number>} its exit code
 */
function run(name, output) {
  return new Promise((resolve) => {
    const child = spawn('npm', ['run', '-s', name], { stdio: ['ignore', output, output] });
    /** @type {Buffer[]} */
    const said = [];
    child.stdout?.on('data', (chunk) => said.push(chunk));
    child.stderr?.on('data', (chunk) => said.push(chunk));
    child.on('close', (code) => {
      process.stdout.write(Buffer.concat(said));
      resolve(code ?? 1);
    });
  });
}

/** @returns {Promise<number>} the first exit code that is not 0 */
async function inTurn() {
  for (const name of beside) {
    const code = await run(name, 'pipe');
    if (code !== 0) return code;
  }
  return 0;
}

const codes = await Promise.all([inTurn(), run('test:vitest', 'inherit')]);
const failed = codes.find((code) => code !== 0) ?? (await run('test:e2e', 'inherit'));
process.exit(failed);
