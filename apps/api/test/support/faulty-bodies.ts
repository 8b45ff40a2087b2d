import { z } from 'zod';
import { schemaOf, type Schema } from './json-schema.ts';

/** A body with one fault, and the pointer of the field that the answer must name. */
export interface FaultyBody {
  readonly what: string;
  readonly body: unknown;
  readonly pointer: string;
}

function parts(schema: Schema): Schema[] {
  return [schema, ...[...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])].flatMap(parts)];
}

function typesOf(schema: Schema): Set<string> {
  return new Set(
    parts(schema)
      .flatMap((one) => [one.type ?? []].flat())
      .flatMap((type) => (type === 'integer' ? ['number'] : [type])),
  );
}

/** What each form of a request has besides: a request that is one of several forms says which by a constant. */
function formsOf(
  schema: Schema,
): { readonly constants: object; readonly properties: Readonly<Record<string, Schema>>; readonly isStrict: boolean }[] {
  return parts(schema)
    .filter((one) => one.properties)
    .map(({ properties = {}, additionalProperties }) => ({
      constants: Object.fromEntries(
        Object.entries(properties)
          .filter(([, one]) => one.const !== undefined)
          .map(([name, one]) => [name, one.const]),
      ),
      properties,
      isStrict: additionalProperties === false,
    }));
}

/** Of every property of a request: a value of a type that it never has, a text longer than anything is, and characters that are always refused. */
export function faultyBodies(request: z.ZodType): FaultyBody[] {
  const schema = schemaOf(request);
  const deep = JSON.parse(`${'['.repeat(2_000)}${']'.repeat(2_000)}`) as unknown;
  return [
    ...[[], 'texte', 42, null, true, deep].map((body) => ({ what: `the body ${JSON.stringify(body).slice(0, 20)}`, body, pointer: '#' })),
    ...formsOf(schema).flatMap(({ constants, properties, isStrict }) => [
      ...(isStrict ? [{ what: 'an unknown field', body: { ...constants, faute: 1 }, pointer: '#/faute' }] : []),
      ...Object.entries(properties).flatMap(([name, property]) => faultsOf(name, property, constants)),
    ]),
  ];
}

function faultsOf(name: string, property: Schema, constants: object): FaultyBody[] {
  const types = typesOf(property);
  const fault = (what: string, value: unknown): FaultyBody => ({
    what: `${name}: ${what}`,
    body: { ...constants, [name]: value },
    pointer: `#/${name}`,
  });
  const wrong = [42, 'texte', true, [], { faute: 1 }].filter(
    (value) => types.size > 0 && !types.has(Array.isArray(value) ? 'array' : typeof value),
  );
  return [
    ...wrong.map((value) => fault(`${JSON.stringify(value)} instead of ${[...types].join('/')}`, value)),
    ...(types.has('string')
      ? [fault('400,000 letters', 'a'.repeat(400_000)), fault('U+0000', 'a\u0000b'), fault('a lone surrogate', 'a\ud800b')]
      : []),
    ...(types.has('number') ? [fault('1e300', 1e300), fault('a half below nothing', -0.5)] : []),
    ...(types.has('array')
      ? [
          fault(
            'ten thousand of nothing',
            Array.from({ length: 10_000 }, () => null),
          ),
          fault(
            'ten thousand texts',
            Array.from({ length: 10_000 }, () => 'a'),
          ),
        ]
      : []),
  ];
}

/** Query strings with one fault in one field, and its pointer; fields that take any short text keep what is right for them. */
export function faultyQueries(query: z.ZodObject): { readonly what: string; readonly query: string; readonly pointer: string }[] {
  return Object.entries(query.shape).flatMap(([name, field]) => {
    const accepts = (value: unknown): boolean => z.safeParse(field as z.ZodType, value).success;
    const values: readonly (readonly [string, unknown, string])[] = [
      ['6,000 letters', 'a'.repeat(6_000), `${name}=${'a'.repeat(6_000)}`],
      ['U+0000', 'a\u0000b', `${name}=a%00b`],
      ['twice', ['a', 'b'], `${name}=a&${name}=b`],
      ['%%', '%%', `${name}=%25%25`],
      ['minus one', '-1', `${name}=-1`],
      ['a huge number', '1e300', `${name}=1e300`],
    ];
    return values
      .filter(([what, value]) => what === 'U+0000' || what === '6,000 letters' || !accepts(value))
      .map(([what, , text]) => ({ what: `${name} ${what}`, query: text, pointer: `#/query/${name}` }));
  });
}
