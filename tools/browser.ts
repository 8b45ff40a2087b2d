import chromium from '@sparticuz/chromium';
import { chromium as playwright, type Browser } from 'playwright-core';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
  '--font-render-hinting=none',
];

/** Chromium from its npm package, or the one that CHROMIUM names. */
export async function openBrowser(): Promise<Browser> {
  return playwright.launch({ executablePath: process.env['CHROMIUM'] || (await chromium.executablePath()), args: flags, headless: true });
}
