import type { FieldProblem } from '../../platform/problem.ts';

/** A pointer of RFC 6901 in a fragment as the name of a field: `#/address/town` is `address/town`, `#/items/0/title` is `items/0/title`. */
function nameOf(pointer: string): string {
  return pointer
    .replace(/^#?\/?/, '')
    .split('/')
    .map((part) => decode(part).replaceAll('~1', '/').replaceAll('~0', '~'))
    .join('/');
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  } // a bare % in a key: taken as it is written
}

/**
 * The error that the field `name` shows: its own, or the first of something below it that no field of its own stands for.
 * @param hasField whether the form has a field of that name
 */
export function errorFor(name: string, errors: readonly FieldProblem[], hasField: (name: string) => boolean): FieldProblem | undefined {
  return (
    errors.find((error) => nameOf(error.pointer) === name) ??
    errors.find((error) => nameOf(error.pointer).startsWith(`${name}/`) && !hasField(nameOf(error.pointer)))
  );
}

/** The name of the field that shows an error: the one of that name, or the nearest one above it; undefined when there is none. */
export function fieldOf(error: FieldProblem, hasField: (name: string) => boolean): string | undefined {
  const parts = nameOf(error.pointer).split('/');
  for (let length = parts.length; length > 0; length -= 1) {
    const name = parts.slice(0, length).join('/');
    if (hasField(name)) return name;
  }
  return undefined;
}
