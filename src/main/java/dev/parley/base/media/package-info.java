/**
 * Pictures that people upload: what they are, what they cost, and what is made of them.
 *
 * <p>Avatars, pictures of groups and attached pictures go one way. A file's structure is read
 * first, without a pixel: its format by its first bytes, its size, frames, scans and how it is to
 * be turned. What would cost more than {@link dev.parley.base.media.DecodingBudget} allows is never
 * decoded. The work itself is measured too, and ends when it has taken its time of the processor.
 * Each person has one picture in work at a time, and people take turns, so nobody waits for
 * another's pile.
 *
 * <p>Formats are JPEG, PNG, GIF and WebP. What others load as an avatar or as a thumbnail is always
 * of our own making; an attached file itself loses what was written beside its picture, the place
 * where it was taken first of all.
 */
package dev.parley.base.media;
