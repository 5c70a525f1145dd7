import { describe, expect, test } from 'vitest';
import { type Catalogue, catalogueProblems } from '#web/../catalogues/check.js';
import { compiled, typeOf } from '#web/../catalogues/compile.js';

const english: Catalogue = {
  title: 'Read',
  data: {
    images: '{images, plural, one {# image} other {# images}}',
    place: 'the {what, select, ink {ink} paper {paper} other {}} of {digit}',
  },
};

const problems = (german: Catalogue) =>
  catalogueProblems(
    new Map([
      ['de', german],
      ['en', english],
    ]),
  );

const german: Catalogue = {
  title: 'Lesen',
  data: {
    images: '{images, plural, one {# Bild} other {# Bilder}}',
    place: '{what, select, ink {die Tinte} paper {das Papier} other {}} von {digit}',
  },
};

describe('a translation', () => {
  test('with the same messages as English passes', () => {
    expect(problems(german)).toEqual([]);
  });

  test('fails if a message is missing', () => {
    expect(problems({ data: german.data ?? {} })).toEqual(['de.json: title is missing']);
  });

  test('fails on an unknown message', () => {
    expect(problems({ ...german, heading: 'Lesen' })).toEqual([
      'de.json: heading is not in en.json',
    ]);
  });

  test.each([
    ['another name', '{bilder, number}', '{bilder}: number', '{images}: number'],
    ['another kind', '{images}', '{images}: string | number', '{images}: number'],
    ['nothing', 'Bilder', 'nothing', '{images}: number'],
  ])('fails if parameters differ from English: %s', (_, images, given, wanted) => {
    const data = { ...(german.data as Catalogue), images };
    expect(problems({ ...german, data })).toEqual([
      `de.json: data.images takes ${given}, but in en.json ${wanted}`,
    ]);
  });

  test('fails if a case is missing', () => {
    const place = '{what, select, ink {die Tinte} other {}} von {digit}';
    const [problem] = problems({ ...german, data: { ...(german.data as Catalogue), place } });
    expect(problem).toContain('data.place takes {digit}: string | number, {what}: "ink", but');
  });

  test.each([
    ['{images, number', 'Unexpected message end'],
    ['{images, litres}', 'there is no format “litres”'],
    ['{images, plural, few {# Bilder} other {# Bilder}}', 'few'],
    ['{images, plural, one {{images, select, 1 {} other {}}} other {}}', 'both number and "1"'],
  ])('that contains %s is refused', (images, why) => {
    const [problem] = problems({ ...german, data: { ...(german.data as Catalogue), images } });
    expect(problem).toMatch(/^de\.json: data\.images is not readable: /);
    expect(problem).toContain(why);
  });
});

test('English itself is checked', () => {
  const [problem] = catalogueProblems(new Map([['en', { title: '{name, select}' }]]));
  expect(problem).toMatch(/^en\.json: title is not readable: /);
});

test('a message is a string or a function of named parameters', () => {
  const code = compiled('en', english);
  expect(code).toContain('title: "Read"');
  expect(code).toContain('images: (d) => plural(d.images, 0, en,');
});

test('TypeScript knows each message’s parameters', () => {
  expect(typeOf(english)).toBe(`{
"title": string;
"data": {
"images": (values: { images: number }) => string;
"place": (values: { what: "ink" | "paper"; digit: string | number }) => string;
};
}`);
});
