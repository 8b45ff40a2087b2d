import { spawn } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../src/platform/config/index.ts';

// A folder of specs that only this test asks for, by its name; it lives as long as the test.
const folder = join(projectRoot, 'packages/shared/src', `planted-${process.pid}`);
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Plants specs by name and runs the command on them alone; gives its last line and its exit code. */
async function runOn(specs: Readonly<Record<string, string>>): Promise<{ last: string; output: string; code: number | null }> {
  mkdirSync(folder);
  for (const [name, text] of Object.entries(specs)) writeFileSync(join(folder, `${name}.spec.ts`), text);
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', join(projectRoot, 'tools/test.ts'), '--only', 'rules', `planted-${process.pid}`],
    { cwd: projectRoot, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, SHARED_DATA: folder } },
  );
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
  const code = await new Promise<number | null>((done) => {
    child.on('close', done);
  });
  return { last: output.trim().split('\n').at(-1)!, output, code };
}

const good = "test('good', () => { expect(1).toBe(1); });";

test.each([
  ['all is well', { a: good, b: good }, '2 passed, 0 failed, 0 skipped', 0],
  ['a test fails', { a: good, b: "test('bad', () => { expect(1).toBe(2); });" }, '1 passed, 1 failed, 0 skipped', 1],
  [
    'a file of tests crashes before its first test',
    { a: good, b: "import './nowhere.ts'; test('never', () => undefined);" },
    '1 passed, 1 failed, 0 skipped',
    1,
  ],
  ['a file of tests is no program at all', { a: good, b: 'test(' }, '1 passed, 1 failed, 0 skipped', 1],
  ['a test never ends', { a: good, b: "test('slow', () => new Promise(() => undefined), 200);" }, '1 passed, 1 failed, 0 skipped', 1],
  ['the process of a test ends in its middle', { a: good, b: "test('gone', () => { process.abort(); });" }, '1 failed', 1],
  ['nothing was tested', {}, '0 passed, 0 failed, 0 skipped', 1],
])('when %s the command ends with its line of counts, and says by its exit code whether all is well', async (_, specs, line, exit) => {
  const { last, code } = await runOn(specs);
  expect(last).toContain(line);
  expect(last).toMatch(/^\d+ passed, \d+ failed, \d+ skipped$/);
  expect(code).toBe(exit);
});

test('what is skipped is named, with the reason', async () => {
  const { output, last, code } = await runOn({ a: good, b: "test.skip('needs what is not there', () => undefined);" });
  expect(output).toMatch(/Skipped, for .+:\n {2}○ needs what is not there/);
  expect([last, code]).toEqual(['1 passed, 0 failed, 1 skipped', 0]);
});
