// What every component's script may use. It is part of the bundle's own module, so no name reaches the page.

/**
 * Whether a key belongs to an input method, which is still composing: Enter then takes 漢字, and does not send a form.
 * @param {KeyboardEvent} event - a keydown. 229 is what Safari sends with the Enter that ends a composition.
 */
const isComposing = (event) => event.isComposing || event.keyCode === 229;
