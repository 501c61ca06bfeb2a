package org.dicomgateway.spoke.destination;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** Where instances go, and how. */
public sealed interface DestinationSettings {
  /** By which routes and people call it. */
  String name();

  /** When how much may be sent; nothing outside of the hours in which it is to be sent. */
  Limits limits();

  /**
   * A hub.
   *
   * @param site name of this site there
   * @param token the site's, printed by {@code gateway hub site add}
   * @param authorities PEM file of certificates to trust beside those of the Java runtime
   * @param proxy {@code http://[user:password@]host:port}, asked to CONNECT
   */
  record Hub(
      String name,
      URI url,
      String site,
      Secret token,
      Optional<Path> authorities,
      Optional<URI> proxy,
      Limits limits)
      implements DestinationSettings {}

  /**
   * A DICOM node that takes instances by C-STORE.
   *
   * @param aeTitle the node's
   * @param callingAeTitle ours
   * @param tls empty: nothing is encrypted
   */
  record Node(
      String name,
      String aeTitle,
      String host,
      int port,
      String callingAeTitle,
      Optional<Tls> tls,
      Limits limits)
      implements DestinationSettings {}

  /**
   * A DICOMweb server that takes instances by STOW-RS (PS3.18 §10.5).
   *
   * @param url its base, below which {@code /studies} is
   * @param tls certificates beside the well-known authorities, and ours, for https
   */
  record Stow(String name, URI url, Credentials credentials, Tls tls, Limits limits)
      implements DestinationSettings {}

  /** A folder, on a disk of this machine or mounted. */
  record Folder(String name, Path path, Layout layout, Limits limits)
      implements DestinationSettings {}

  /** How files are laid out in a folder. */
  enum Layout {
    /** By UID of study, series and instance. */
    UID,
    /** By patient, study date and description, modality and series. */
    PATIENT
  }
}
