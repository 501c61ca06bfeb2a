package org.dicomgateway.dicom.encoding;

/**
 * What a reader takes into memory.
 *
 * @param inlineLimit bytes; a binary value longer than this is left in the stream as {@link
 *     org.dicomgateway.dicom.data.Value.BulkData}. Encapsulated pixel data always is; native pixel
 *     data too, whatever its length, unless the limit is {@link #EVERYTHING}.
 * @param stopBefore first tag (unsigned order, top level) that is not read any more
 */
public record ReadOptions(long inlineLimit, int stopBefore) {
  /** No limit but what {@link DataSetReader#MEMORY_LIMIT} allows. */
  public static final long EVERYTHING = Integer.MAX_VALUE;

  /** No end, values over 1 KiB left where they are. */
  public static final ReadOptions WHOLE = new ReadOptions(1024, 0xFFFFFFFF);

  /** Everything in memory; for command sets and other small data sets. */
  public static final ReadOptions IN_MEMORY = new ReadOptions(EVERYTHING, 0xFFFFFFFF);
}
