// Whether a response is the requested file of the page. A host in trouble sends errors, and a captive
// portal sends its login page, whatever was requested.

/** A line of index.html. */
export const pageMark = '<meta name="application-name" content="Inkling">';

const isHtml = (response: Response) =>
  response.headers.get('content-type')?.startsWith('text/html') ?? false;

/** `page` says whether the page itself was requested: none of its other files is HTML. */
export async function isExpectedResponse(response: Response, page: boolean): Promise<boolean> {
  if (!response.ok) return false;
  return page ? (await response.clone().text()).includes(pageMark) : !isHtml(response);
}
