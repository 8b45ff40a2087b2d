import type { IncomingMessage } from 'node:http';
import { Transform, type Readable } from 'node:stream';
import type { Upload } from './call.ts';
import { NotReadable, TooLarge, UnsupportedMediaType } from './errors.ts';

/** Bytes of a JSON body; long texts fit many times over. */
const maxJsonBytes = 1_000_000;

function refuseDeclaredOver(request: IncomingMessage, maxBytes: number): void {
  const declared = Number(request.headers['content-length'] ?? 0);
  if (declared > maxBytes) throw new TooLarge({ megabytes: Math.floor(maxBytes / 1_000_000) });
}

function capped(request: IncomingMessage, maxBytes: number): Readable {
  let seen = 0;
  const cap = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      seen += chunk.length;
      done(seen > maxBytes ? new TooLarge({ megabytes: Math.floor(maxBytes / 1_000_000) }) : null, chunk);
    },
  });
  // Not a pipeline, which would destroy the request, and with it the connection that the refusal has to take.
  request.once('close', () => {
    if (!request.complete) cap.destroy(new NotReadable());
  });
  return request.pipe(cap);
}

async function readAll(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** The JSON body. @throws TooLarge before more than a megabyte is read, UnsupportedMediaType, NotReadable */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  const type = (request.headers['content-type'] ?? '').split(';')[0]!.trim().toLowerCase();
  if (type !== 'application/json') throw new UnsupportedMediaType({ expected: 'application/json' });
  refuseDeclaredOver(request, maxJsonBytes);
  const bytes = await readAll(capped(request, maxJsonBytes));
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new NotReadable();
  }
}

/** What a refused sender may still send while it reads the refusal. */
const lateBytes = 4_000_000;
const lateMs = 5_000;

/**
 * Lets a sender whose body is refused hear so: a connection that is cut while bytes arrive is reset, and the answer is lost with it. What
 * still comes is thrown away, and not much of it.
 */
export function dismiss(request: IncomingMessage): void {
  if (request.complete) return;
  let seen = 0;
  const cut = setTimeout(() => request.destroy(), lateMs).unref();
  request.on('data', (chunk: Buffer) => {
    if ((seen += chunk.length) > lateBytes) request.destroy();
  });
  request.once('close', () => clearTimeout(cut));
  request.resume();
}

/** The raw body as a file that the handler reads, or not. @throws TooLarge when the declared length is over `maxBytes` */
export function uploadOf(request: IncomingMessage, maxBytes: number): Upload {
  refuseDeclaredOver(request, maxBytes);
  const stream = (atMost = maxBytes): Readable => {
    refuseDeclaredOver(request, Math.min(atMost, maxBytes));
    return capped(request, Math.min(atMost, maxBytes));
  };
  return {
    contentType: (request.headers['content-type'] ?? '').split(';')[0]!.trim().toLowerCase(),
    fileName: decodeName(request.headers['x-file-name']),
    read: (atMost) => readAll(stream(atMost)),
    stream,
  };
}

function decodeName(header: string | string[] | undefined): string {
  try {
    return decodeURIComponent(typeof header === 'string' ? header : '').slice(0, 255);
  } catch {
    throw new NotReadable();
  }
}
