export const packageName = 'inkling-pad';

/** The code that embeds the pad in a page, as in the package's README. */
export const embedSnippet = `<script type="module" src="node_modules/${packageName}/dist/index.js"></script>
<label for="postcode">Postal code</label>
<inkling-pad id="postcode" name="postcode" digits="5" required></inkling-pad>`;
