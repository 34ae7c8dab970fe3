import { describe, expect, test } from 'vitest';
import { parseFilmTitle } from './film-title.ts';

const titleOf = (raw: string): string => parseFilmTitle(raw).title;

describe('the year', () => {
  test('is taken off the end', () => {
    expect(parseFilmTitle('Night Tram (1988)')).toEqual({ title: 'Night Tram', year: 1988 });
    expect(parseFilmTitle('Night Tram (1988) ')).toEqual({ title: 'Night Tram', year: 1988 });
  });

  test('of a series is its first', () => {
    expect(parseFilmTitle('Harbour (2006-2007)')).toEqual({ title: 'Harbour', year: 2006 });
    expect(parseFilmTitle('Harbour (2009– )')).toEqual({ title: 'Harbour', year: 2009 });
  });

  test('is only what stands in the last brackets; other numbers stay', () => {
    expect(parseFilmTitle('2001 Nights (Nuits) (1999)')).toEqual({
      title: '2001 Nights (Nuits)',
      year: 1999,
    });
    expect(parseFilmTitle('Room (1) (1999)')).toEqual({ title: 'Room (1)', year: 1999 });
    expect(parseFilmTitle('Terminal 5')).toEqual({ title: 'Terminal 5' });
  });

  test('alone is a title', () => {
    expect(parseFilmTitle('(1999)')).toEqual({ title: '(1999)' });
  });
});

describe('a trailing article', () => {
  test('goes to the front', () => {
    expect(titleOf('Lighthouse Keeper, The (1951)')).toBe('The Lighthouse Keeper');
    expect(titleOf('Unusual Day, An')).toBe('An Unusual Day');
    expect(titleOf('Cartero, El (1990)')).toBe('El Cartero');
  });

  test('with an apostrophe is joined without a blank', () => {
    expect(titleOf("Étoile, L' (1960)")).toBe("L'Étoile");
  });

  test('goes to the front of names in brackets too, after a.k.a.', () => {
    expect(titleOf('Letter, The (Lettre, La) (1970)')).toBe('The Letter (La Lettre)');
    expect(titleOf('Ship (a.k.a. Vessel, The) (1970)')).toBe('Ship (a.k.a. The Vessel)');
  });

  test('is only a whole last word after a comma', () => {
    expect(titleOf('Rain, Theatre (1970)')).toBe('Rain, Theatre');
    expect(titleOf('Night Tram, Fog (1988)')).toBe('Night Tram, Fog');
    expect(titleOf('The End')).toBe('The End');
  });
});
