/** What the operator asks of a command is not possible; the message says why. */
export class CommandRefused extends Error {}

/**
 * Runs an operator's command. A refusal, unknown options and a file that is not there become their message and the exit code `refused`;
 * anything else is a fault and is thrown.
 * @returns the process's exit code
 */
export async function runCommand(write: (text: string) => void, act: () => Promise<number>, refused = 1): Promise<number> {
  try {
    return await act();
  } catch (error) {
    const { code = '', message } = error as { code?: string; message: string };
    if (!(error instanceof CommandRefused) && !code.startsWith('ERR_PARSE_ARGS') && code !== 'ENOENT') throw error;
    write(`${message}\n`);
    return refused;
  }
}
