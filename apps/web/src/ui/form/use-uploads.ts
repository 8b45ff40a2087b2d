import { useEffect, useRef, useState } from 'react';

/** A file as the server knows it after it was sent. */
export interface SentFile {
  readonly id: string;
  /** Where it is read from; of a picture a small one comes with `?w=400`. */
  readonly url?: string;
  readonly mediaType?: string;
}

/** A file in the list of a field: being sent, sent, or failed. */
export interface Upload extends Partial<SentFile> {
  readonly key: string;
  readonly name: string;
  readonly isPicture: boolean;
  readonly alt: string;
  /** From 0 to 1 while it is sent; null before and after. */
  readonly share: number | null;
  readonly problem: Error | null;
  /** Kept to send again. */
  readonly file: File | null;
}

/** Sends one file: `(file, onProgress, signal) => call(uploadFile, { query: { purpose }, body: file, fileName: file.name, onProgress, signal })`. */
export type SendFile = (file: File, onProgress: (share: number) => void, signal: AbortSignal) => Promise<SentFile>;

interface Uploads {
  readonly list: readonly Upload[];
  add(files: readonly File[]): void;
  retry(key: string): void;
  remove(key: string): void;
}

/** The files of a field and what happens to them. Leaving the page stops what is being sent. */
export function useUploads(send: SendFile, first: () => readonly Upload[], onSent: (name: string) => void): Uploads {
  const [list, setList] = useState(first);
  const stops = useRef(new Map<string, AbortController>());
  const number = useRef(0);
  useEffect(() => {
    const running = stops.current;
    return () => {
      for (const stop of running.values()) stop.abort();
    };
  }, []);
  const change = (key: string, news: Partial<Upload>): void =>
    setList((all) => all.map((one) => (one.key === key ? { ...one, ...news } : one)));
  const start = (key: string, file: File): void => {
    const stop = new AbortController();
    stops.current.set(key, stop);
    change(key, { share: 0, problem: null });
    send(file, (share) => change(key, { share }), stop.signal)
      .then((sent) => {
        change(key, { ...sent, share: null, file: null });
        onSent(file.name);
      })
      .catch((problem: unknown) => {
        if (!stop.signal.aborted) change(key, { share: null, problem: problem as Error });
      })
      .finally(() => stops.current.delete(key));
  };
  return {
    list,
    add: (files) => {
      const added = files.map((file) => ({ key: `f${(number.current += 1)}`, file }));
      setList((all) => [
        ...all,
        ...added.map(({ key, file }) => ({
          key,
          file,
          name: file.name,
          isPicture: file.type.startsWith('image/'),
          alt: '',
          share: 0,
          problem: null,
        })),
      ]);
      for (const { key, file } of added) start(key, file);
    },
    retry: (key) => {
      const file = list.find((one) => one.key === key)?.file;
      if (file) start(key, file);
    },
    remove: (key) => {
      stops.current.get(key)?.abort();
      setList((all) => all.filter((one) => one.key !== key));
    },
  };
}
