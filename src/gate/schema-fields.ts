/** Reads schemas as editors do: which fields there are, what they are for, in which kinds. */
import { z } from 'astro/zod';
import type { FieldPath } from '#gate/field-names.ts';
import { valueAt } from '#gate/values.ts';
import { source as words } from '#text/zh-CN/source.ts';

/** The names a thing at a path may have fields of; none where it is no such thing. */
export const keysAt = (schema: z.ZodType, path: FieldPath, data: unknown): string[] => {
  const found = fieldAt(schema, path, data)?.schema;
  return found instanceof z.ZodObject ? Object.keys(found.shape) : [];
};

/** The field by which kinds of one thing are told apart. */
export const discriminator = 'kind';

/** One kind of a thing that comes in kinds. */
export interface KindOption {
  readonly kind: string;
  readonly label: string;
  readonly option: z.ZodObject;
}

/** The kinds a thing at a path can be of; none where there are no kinds. */
export function kindsAt(schema: z.ZodType, path: FieldPath): KindOption[] {
  const found = fieldAt(schema, path, undefined)?.schema;
  return found instanceof z.ZodDiscriminatedUnion ? kindsOf(found) : [];
}

const labels: Readonly<Record<string, string>> = words.kinds;

/** The kinds a schema tells apart. */
export const kindsOf = (union: z.ZodDiscriminatedUnion): KindOption[] =>
  union.options.flatMap((option) => {
    const literal: unknown = option instanceof z.ZodObject ? option.shape[discriminator] : null;
    if (!(option instanceof z.ZodObject) || !(literal instanceof z.ZodLiteral)) return [];
    const kind = String(literal.value);
    return [{ kind, label: labels[kind] ?? kind, option }];
  });

/** The kind the data at a path say they are of; null where there is none such. */
export function kindAt(schema: z.ZodType, path: FieldPath, data: unknown): KindOption | null {
  const kind = valueAt(data, [...path, discriminator]);
  return kindsAt(schema, path).find((option) => option.kind === kind) ?? null;
}

/** A field of a schema. */
export interface Field {
  /** Without what makes it optional, nullable or converted. */
  readonly schema: unknown;
  /** The sentence for editors, where the schema has one. */
  readonly description: string | null;
  readonly isOptional: boolean;
}

/**
 * The field of a schema at a path; null where the schema has none. Where a thing comes in kinds, the
 * data at the path tell which is meant; a path that ends there leads to all of them.
 */
export function fieldAt(schema: z.ZodType, path: FieldPath, data: unknown): Field | null {
  let field = bare(schema);
  for (const [step, key] of path.entries()) {
    const within = ofKind(field.schema, valueAt(data, path.slice(0, step)));
    const inner: unknown =
      within instanceof z.ZodArray
        ? within.element
        : within instanceof z.ZodObject
          ? valueAt(within.shape, [key])
          : null;
    if (!(inner instanceof z.ZodType)) return null;
    const next = bare(inner);
    field = { ...next, description: next.description ?? field.description };
  }
  return field.schema instanceof z.ZodDiscriminatedUnion && data !== undefined
    ? { ...field, schema: ofKind(field.schema, valueAt(data, path)) }
    : field;
}

function ofKind(schema: unknown, data: unknown): unknown {
  if (!(schema instanceof z.ZodDiscriminatedUnion)) return schema;
  const kind = valueAt(data, [discriminator]);
  return kindsOf(schema).find((option) => option.kind === kind)?.option ?? null;
}

/** Without what makes a field optional, nullable or converted. */
export function bare(schema: z.ZodType): Field {
  let description: string | null = null;
  let isOptional = false;
  let inner: unknown = schema;
  while (inner instanceof z.ZodType) {
    description ??= inner.description ?? null;
    if (
      inner instanceof z.ZodOptional ||
      inner instanceof z.ZodNullable ||
      inner instanceof z.ZodDefault
    ) {
      isOptional = true;
      inner = inner.unwrap();
    } else if (inner instanceof z.ZodPipe) {
      inner = inner.out instanceof z.ZodTransform ? inner.in : inner.out;
    } else {
      break;
    }
  }
  return { schema: inner, description, isOptional };
}

/** Every field name of a schema, those inside included. */
export function fieldsOf(schema: z.ZodType): string[] {
  const { schema: inner } = bare(schema);
  if (inner instanceof z.ZodArray) {
    return inner.element instanceof z.ZodType ? fieldsOf(inner.element) : [];
  }
  if (inner instanceof z.ZodDiscriminatedUnion) {
    return kindsOf(inner).flatMap(({ option }) => fieldsOf(option));
  }
  if (!(inner instanceof z.ZodObject)) return [];
  return Object.entries(inner.shape).flatMap(([key, field]) =>
    field instanceof z.ZodType ? [key, ...fieldsOf(field)] : [key],
  );
}
