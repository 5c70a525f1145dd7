import { describe, expect, test, vi } from 'vitest';
import { forwardProps } from '#web/kit/forwardProps';

/** The members of an element used here. */
function element() {
  const attributes = new Map<string, string>([['title', 'before']]);
  return {
    attributes,
    setAttribute: (name: string, value: string) => attributes.set(name, value),
    removeAttribute: (name: string) => attributes.delete(name),
  };
}

function passed(rest: object) {
  const button = element();
  forwardProps(rest)(button as unknown as Element);
  return button;
}

describe('a forwarded prop', () => {
  test('becomes an attribute; false only where it has a meaning', () => {
    const { attributes } = passed({
      'data-testid': 'undo',
      disabled: false,
      'aria-pressed': false,
    });
    expect(attributes.get('data-testid')).toBe('undo');
    expect(attributes.get('aria-pressed')).toBe('false');
    expect(attributes.has('disabled')).toBe(false);
  });

  test('is removed if absent', () => {
    expect(passed({ title: undefined }).attributes.has('title')).toBe(false);
  });

  test('becomes a property if it is a handler or the value', () => {
    const onclick = () => {};
    expect(passed({ onclick, value: 'de' })).toMatchObject({ onclick, value: 'de' });
  });

  test('is called if it is an attachment', () => {
    const attachment = vi.fn();
    const button = passed({ [Symbol('attachment')]: attachment });
    expect(attachment).toHaveBeenCalledWith(button);
  });
});
