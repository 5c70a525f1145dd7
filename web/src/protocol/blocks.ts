/** Images go to the page in blocks of so many: 400 KB, a millisecond's work of a worker that trains, too. */
export const imagesInBlock = 512;
