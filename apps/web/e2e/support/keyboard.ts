import type { CDPSession, Page } from 'playwright-core';

/** What a screen reader is given of the element that has the focus. */
export interface Spoken {
  readonly role: string;
  readonly name: string;
  /** Such as `pressed`, `checked`, `expanded`, `required`, `invalid`, `disabled`. */
  readonly states: Readonly<Record<string, unknown>>;
}

/** A person who uses the keyboard and nothing else, and hears the page from the browser's accessibility tree. */
export class Keyboard {
  private session: CDPSession | undefined;

  constructor(readonly page: Page) {}

  /** What has the focus: role, name and states as the browser tells them to assistive technology. */
  async heard(): Promise<Spoken> {
    this.session ??= await this.page.context().newCDPSession(this.page);
    const { result } = await this.session.send('Runtime.evaluate', { expression: 'document.activeElement' });
    const { nodes } = await this.session.send('Accessibility.getPartialAXTree', { objectId: result.objectId!, fetchRelatives: false });
    const [node] = nodes;
    const text = (value: unknown): string =>
      String(value ?? '')
        .replace(/\s+/g, ' ')
        .trim();
    return {
      role: text(node?.role?.value),
      name: text(node?.name?.value),
      states: Object.fromEntries((node?.properties ?? []).map((one) => [one.name, one.value.value])),
    };
  }

  /**
   * Presses Tab until a control with this role and name has the focus. Every stop on the way has a role and a name, is drawn as
   * focused, and is not covered by what stays on the screen (WCAG 2.4.7, 2.4.11, 4.1.2).
   */
  async to(role: string, name: RegExp): Promise<Spoken> {
    const passed: string[] = [];
    for (let presses = 0; presses < 90; presses += 1) {
      await this.page.keyboard.press('Tab');
      const heard = await this.heard();
      const faults = await this.page.evaluate(faultsOfFocus);
      if (await this.isNowhere()) continue; // past the last control, on to the first
      expect([heard, heard.name === '' ? 'no name' : '', faults]).toEqual([heard, '', []]);
      passed.push(`${heard.role} ${heard.name}`);
      if (heard.role === role && name.test(heard.name)) return heard;
    }
    throw new Error(`Tab never came to ${role} ${name.source}; it passed ${passed.join(' | ')}`);
  }

  /** Goes to a field by Tab and types into it. */
  async write(role: string, name: RegExp, words: string): Promise<void> {
    await this.to(role, name);
    await this.page.keyboard.type(words);
  }

  /** Goes to a control by Tab and presses a key on it: Enter when left out. */
  async press(role: string, name: RegExp, key = 'Enter'): Promise<void> {
    await this.to(role, name);
    await this.page.keyboard.press(key);
  }

  /** Whether nothing has the focus, as on a first load. */
  isNowhere(): Promise<boolean> {
    return this.page.evaluate(() => document.activeElement === document.body);
  }

  /** Waits for the title of a page to have the focus, as after each change of page within the site. */
  async arrived(title: string | RegExp): Promise<void> {
    await this.page.getByRole('heading', { level: 1, name: title }).and(this.page.locator(':focus')).waitFor();
  }
}

/** In the page: whether what has the focus is drawn so, and whether anything of it can be seen; a link that slides in has some frames for it. */
async function faultsOfFocus(): Promise<string[]> {
  const node = document.activeElement as HTMLElement;
  const isDrawn = (one: Element | null | undefined): boolean =>
    Boolean(one) && getComputedStyle(one!).outlineStyle !== 'none' && getComputedStyle(one!).outlineWidth !== '0px';
  const around = [
    node,
    node.nextElementSibling,
    node.parentElement,
    node.parentElement?.parentElement,
    node.parentElement?.parentElement?.parentElement,
  ];
  const seen = around.find(isDrawn);
  if (!seen) return ['the focus is not drawn'];
  for (let frames = 0; frames < 30; frames += 1) {
    const { left, top, width, height } = seen.getBoundingClientRect();
    const points = [0.1, 0.5, 0.9].flatMap((x) => [0.1, 0.5, 0.9].map((y) => [left + width * x, top + height * y] as const));
    if (
      points.some(([x, y]) => {
        const at = document.elementFromPoint(x, y);
        return at !== null && (seen.contains(at) || at.contains(seen));
      })
    )
      return [];
    await new Promise((done) => {
      requestAnimationFrame(done);
    });
  }
  return ['all of it is covered or out of sight'];
}
