// Whether a response is really the page's file. A host may send error pages, and captive portals send their login
// page instead.

/** A line of index.html. */
export const pageMark = '<meta name="application-name" content="Inkling">';

const isHtml = (response: Response) =>
  response.headers.get('content-type')?.startsWith('text/html') ?? false;

/** `page` tells whether the page itself was requested. No other file is HTML. */
export async function isExpectedResponse(response: Response, page: boolean): Promise<boolean> {
  if (!response.ok) return false;
  return page ? (await response.clone().text()).includes(pageMark) : !isHtml(response);
}
