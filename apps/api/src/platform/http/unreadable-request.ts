import { randomUUID } from 'node:crypto';
import { STATUS_CODES, type Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { languages } from '../messages/index.ts';
import { HeadersTooLarge, NotReadable } from './errors.ts';
import { toProblem } from './problem.ts';

/**
 * Answers what is no HTTP, or whose address and headers are longer than Node reads (16 kB), with a problem document too. Nothing of such a
 * request is known, its reader's language least of all.
 */
export function answerUnreadableRequests(server: Server): void {
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Duplex) => {
    if (!socket.writable || error.code === 'ECONNRESET') return void socket.destroy();
    const problem = toProblem(error.code === 'HPE_HEADER_OVERFLOW' ? new HeadersTooLarge() : new NotReadable(), languages[0], randomUUID());
    const body = JSON.stringify(problem);
    socket.end(
      `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}\r\nContent-Type: application/problem+json; charset=utf-8\r\nContent-Language: ${languages[0]}\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
    );
  });
}
