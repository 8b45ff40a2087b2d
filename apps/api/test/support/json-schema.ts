import { z } from 'zod';

/** Part of a JSON schema, as far as the builders of bodies look into it. */
export interface Schema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly minItems?: number;
  readonly contentMediaType?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: unknown;
  readonly items?: Schema;
}

/** What a request may be, with everything that has a name of its own put where it is referred to. */
export function schemaOf(request: z.ZodType): Schema {
  const document = z.toJSONSchema(request, { io: 'input', unrepresentable: 'any', reused: 'inline' }) as Schema;
  return inlined(document, document.$defs ?? {});
}

function inlined<T>(node: T, named: Readonly<Record<string, Schema>>): T {
  if (typeof node !== 'object' || node === null) return node;
  const name = '$ref' in node ? String(node.$ref).split('/').at(-1)! : null;
  if (name !== null) return inlined(named[name], named) as T;
  return (
    Array.isArray(node)
      ? node.map((one: unknown) => inlined(one, named))
      : Object.fromEntries(Object.entries(node).map(([key, one]) => [key, inlined(one as unknown, named)]))
  ) as T;
}
