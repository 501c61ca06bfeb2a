package org.dicomgateway.samples.badline;

/**
 * What passed a box: payload of TCP, without its headers.
 *
 * @param upTaken bytes taken from clients
 * @param upGiven bytes given to the server
 * @param downTaken bytes taken from the server
 * @param downGiven bytes given to clients
 * @param connections opened so far
 * @param cuts connections' cuts count once for all that were open then
 */
public record Traffic(
    long upTaken, long upGiven, long downTaken, long downGiven, int connections, int cuts) {

  /** What passed since an earlier count. */
  public Traffic since(Traffic earlier) {
    return new Traffic(
        upTaken - earlier.upTaken,
        upGiven - earlier.upGiven,
        downTaken - earlier.downTaken,
        downGiven - earlier.downGiven,
        connections - earlier.connections,
        cuts - earlier.cuts);
  }
}
