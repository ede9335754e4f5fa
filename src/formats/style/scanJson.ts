/**
 * A look over JSON (RFC 8259) before a parser builds anything of it: whether it is well formed, how deep and how large
 * it is, and where its values stand. Engines word and place their own errors differently, some name no place at all.
 */

export interface JsonLimits {
  readonly maxDepth: number;
  /** Of entries of arrays and objects together. */
  readonly maxValues: number;
}

/** A name in an object or an index in an array. */
export type JsonKey = string | number;

/** @param path of the value; reused between calls */
export type JsonVisitor = (path: readonly JsonKey[], offset: number) => void;

/** What is wrong, at the character where it was noticed. */
export class JsonFault extends Error {
  constructor(
    readonly detail: string,
    readonly offset: number,
  ) {
    super(detail);
  }
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?/y;
const WORD = /(?:true|false|null)\b/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const BYTE_ORDER_MARK = 0xfeff;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** @throws JsonFault */
export function scanJson(text: string, limits: JsonLimits, visit: JsonVisitor = () => {}): void {
  new JsonScanner(text, limits, visit).scan();
}

/** Recursive, which the limit of depth makes safe. */
class JsonScanner {
  private at: number;
  private entries = 0;
  private readonly path: JsonKey[] = [];

  constructor(
    private readonly text: string,
    private readonly limits: JsonLimits,
    private readonly visit: JsonVisitor,
  ) {
    this.at = text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0;
  }

  scan(): void {
    this.value();
    if (this.next() !== '') this.fail(`nothing is expected behind the end, not ${this.found()}`);
  }

  private value(): void {
    const first = this.next();
    this.visit(this.path, this.at);
    if (first === '{') this.list('}', () => this.name());
    else if (first === '[') this.list(']', (index) => index);
    else if (first === '"') this.string();
    else if (!this.skip(NUMBER) && !this.skip(WORD)) this.fail(`a value is expected, not ${this.found()}`);
  }

  /** @param keyOf reads what stands in front of the value at `index` */
  private list(end: string, keyOf: (index: number) => JsonKey): void {
    if (this.path.length >= this.limits.maxDepth)
      this.fail(`it is nested deeper than ${this.limits.maxDepth} levels`);
    this.at++;
    if (this.next() !== end) {
      for (let index = 0; ; index++) {
        this.next();
        if (++this.entries > this.limits.maxValues)
          this.fail(`it holds more than ${this.limits.maxValues} values`);
        this.path.push(keyOf(index));
        this.value();
        this.path.pop();
        if (this.next() !== ',') break;
        this.at++;
      }
    }
    if (this.next() !== end) this.fail(`a comma or ${end} is expected, not ${this.found()}`);
    this.at++;
  }

  private name(): string {
    if (this.next() !== '"') this.fail(`a name in quotes is expected, not ${this.found()}`);
    const start = this.at;
    this.string();
    const name = this.text.slice(start + 1, this.at - 1);
    if (this.next() !== ':') this.fail(`a colon is expected behind the name, not ${this.found()}`);
    this.at++;
    return name;
  }

  private string(): void {
    const start = this.at++;
    for (;;) {
      const code = this.text.charCodeAt(this.at);
      if (Number.isNaN(code)) this.failAt(start, 'a text has no closing quote');
      if (code < 0x20) this.fail('a text goes on over the end of its line');
      if (code === BACKSLASH) {
        if (!this.skip(ESCAPE)) this.fail('a backslash stands before what cannot be escaped');
        continue;
      }
      this.at++;
      if (code === QUOTE) return;
    }
  }

  private skip(pattern: RegExp): boolean {
    pattern.lastIndex = this.at;
    if (!pattern.test(this.text)) return false;
    this.at = pattern.lastIndex;
    return true;
  }

  /** The next character that is no white space; '' at the end. */
  private next(): string {
    for (;;) {
      const code = this.text.charCodeAt(this.at);
      if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return this.text.charAt(this.at);
      this.at++;
    }
  }

  private found(): string {
    const [word] = /^[\w.+-]{1,20}|^./.exec(this.text.slice(this.at, this.at + 20)) ?? [''];
    return word === '' ? 'the end of the file' : `“${word}”`;
  }

  private fail(detail: string): never {
    return this.failAt(this.at, detail);
  }

  private failAt(offset: number, detail: string): never {
    throw new JsonFault(detail, offset);
  }
}
