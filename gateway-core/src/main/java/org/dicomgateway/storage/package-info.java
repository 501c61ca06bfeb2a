/**
 * Where packs lie: immutable objects under keys, in memory, in a folder or in an S3 bucket.
 *
 * <p>{@link org.dicomgateway.storage.ObjectStore} says what is true of all three; one contract
 * suite holds them to it. Start with {@link org.dicomgateway.storage.FolderStore}, the shortest;
 * the steps of its writing are {@link org.dicomgateway.storage.DurableFile}'s, for the hub's own
 * files too. Next: {@code archive} at the hub decides on keys and reads back what it wrote.
 */
package org.dicomgateway.storage;
