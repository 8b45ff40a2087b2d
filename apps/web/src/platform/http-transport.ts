import { addressOf, type RawCall, type RouteAddress, type Transport } from './call.ts';
import { LANG } from './lang.ts';
import { messagesOf } from './messages.ts';
import fr from './messages/fr.json';
import { Problem, type ProblemDocument } from './problem.ts';

const t = messagesOf(fr);

/** The browser's transport: `<base>/api<path>` with JSON, or the raw file for upload routes. */
export function httpTransport(base: string): Transport {
  return (route, input) => {
    const url = `${base}/api${addressOf(route, input)}`;
    return route.upload ? sendFile(route.method, url, input) : sendJson(route, url, input);
  };
}

async function sendJson(route: RouteAddress, url: string, { body, signal }: RawCall): Promise<unknown> {
  const answer = await fetch(url, {
    method: route.method,
    credentials: 'same-origin',
    headers: { accept: 'application/json', 'accept-language': LANG, ...(body !== undefined && { 'content-type': 'application/json' }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    ...(signal && { signal }),
  }).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw offline();
  });
  return read(
    answer.status,
    await answer.text().catch(() => {
      throw offline();
    }),
  );
}

/** XMLHttpRequest, for fetch does not tell how much of a file was sent. */
function sendFile(method: string, url: string, { body, fileName, signal, onProgress }: RawCall): Promise<unknown> {
  const file = body as Blob & { name?: string };
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(method, url);
    request.setRequestHeader('accept', 'application/json');
    request.setRequestHeader('accept-language', LANG);
    request.setRequestHeader('content-type', file.type || 'application/octet-stream');
    request.setRequestHeader('x-file-name', encodeURIComponent(fileName ?? file.name ?? ''));
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) onProgress?.(event.loaded / event.total);
    };
    request.onload = () => {
      try {
        resolve(read(request.status, request.responseText));
      } catch (error) {
        reject(error as Error);
      }
    };
    request.onerror = () => reject(offline());
    request.onabort = () => reject(new DOMException('aborted', 'AbortError'));
    signal?.addEventListener('abort', () => request.abort());
    request.send(file);
  });
}

function read(status: number, text: string): unknown {
  if (status === 204 || (status < 300 && text === '')) return undefined;
  const answer = parse(text);
  if (status < 300 && answer !== undefined) return answer;
  if (isProblem(answer)) throw new Problem(answer);
  throw new Problem({ status, code: 'internal-error', title: t('problem.unexpected.title'), detail: t('problem.unexpected.detail') });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isProblem(answer: unknown): answer is ProblemDocument {
  return typeof answer === 'object' && answer !== null && 'code' in answer && 'title' in answer;
}

function offline(): Problem {
  return new Problem({ status: 0, code: 'offline', title: t('problem.offline.title'), detail: t('problem.offline.detail') });
}
