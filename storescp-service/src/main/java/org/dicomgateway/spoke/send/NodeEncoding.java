package org.dicomgateway.spoke.send;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import java.util.Set;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.dicomgateway.codec.transcoding.Decompressed;
import org.dicomgateway.dicom.data.Attributes;
import org.dicomgateway.dicom.data.BulkDataSource;
import org.dicomgateway.dicom.data.UID;
import org.dicomgateway.dicom.dictionary.TransferSyntax;
import org.dicomgateway.dicom.dictionary.UidDictionary;
import org.dicomgateway.dicom.encoding.DataSetWriter;
import org.dicomgateway.dicom.encoding.DicomParseException;
import org.dicomgateway.dicom.encoding.ReadOptions;
import org.dicomgateway.dicom.part10.Part10;
import org.dicomgateway.dimse.association.Association;
import org.dicomgateway.dimse.association.PresentationContext;
import org.dicomgateway.dimse.service.ServiceClassUser.DataSetOutput;

/**
 * How an instance goes over an association: as it is, if the node takes its transfer syntax; else
 * encoded anew, if nothing is lost by it.
 */
record NodeEncoding(PresentationContext context, DataSetOutput dataSet) {
  private static final int CHUNK = 1 << 16;
  private static final int FIRST_GROUP = 0x00080000;

  private static final Set<String> NATIVE =
      Set.of(
          UID.ImplicitVRLittleEndian,
          UID.ExplicitVRLittleEndian,
          UID.ExplicitVRBigEndian,
          UID.DeflatedExplicitVRLittleEndian);

  /** The node takes no such instance. */
  static final class NotTakenException extends Exception {
    private static final long serialVersionUID = 1;

    NotTakenException(String reason) {
      super(reason);
    }
  }

  /**
   * @throws NotTakenException if the node has not accepted what the instance could go in
   * @throws IOException if the instance cannot be read
   */
  static NodeEncoding of(Parcel parcel, Association association)
      throws IOException, NotTakenException {
    Kind kind = parcel.kind();
    Optional<PresentationContext> own =
        association.presentationContext(kind.sopClass(), kind.transferSyntax());
    if (own.isPresent()) {
      long offset = read(parcel, new ReadOptions(64, FIRST_GROUP)).part10().dataSetOffset();
      return new NodeEncoding(own.get(), out -> copy(parcel, offset, out));
    }
    PresentationContext context = uncompressed(kind, association);
    if (!NATIVE.contains(kind.transferSyntax()) && !Decompressed.isDecoded(kind.transferSyntax())) {
      throw new NotTakenException(
          "the node takes no %s of %s, and only JPEG-LS can be decoded here: let the node accept it"
              .formatted(
                  TransferSyntax.of(kind.transferSyntax()).name(),
                  UidDictionary.nameOf(kind.sopClass())));
    }
    return new NodeEncoding(context, encoded(parcel, TransferSyntax.of(context.transferSyntax())));
  }

  private static PresentationContext uncompressed(Kind kind, Association association)
      throws NotTakenException {
    for (String syntax : NodeProposal.UNCOMPRESSED) {
      Optional<PresentationContext> context =
          association.presentationContext(kind.sopClass(), syntax);
      if (context.isPresent()) {
        return context.get();
      }
    }
    throw new NotTakenException(
        "the node does not take %s: let it accept SOP class %s"
            .formatted(UidDictionary.nameOf(kind.sopClass()), kind.sopClass()));
  }

  private static Part10.Reading read(Parcel parcel, ReadOptions options) throws IOException {
    try (InputStream file = new BufferedInputStream(parcel.look(), CHUNK)) {
      return Part10.readLeniently(file, options);
    } catch (DicomParseException e) {
      throw new UnreadableException("it is no DICOM file: " + e.getMessage(), e);
    }
  }

  private static void copy(Parcel parcel, long offset, OutputStream out) throws IOException {
    try (InputStream file = parcel.send()) {
      file.skipNBytes(offset);
      byte[] chunk = new byte[CHUNK];
      for (int count = file.read(chunk); count >= 0; count = file.read(chunk)) {
        out.write(chunk, 0, count);
      }
    }
  }

  private static DataSetOutput encoded(Parcel parcel, TransferSyntax syntax)
      throws IOException, NotTakenException {
    Part10.Reading reading = read(parcel, ReadOptions.WHOLE);
    if (reading.damage().isPresent()) {
      throw new NotTakenException(
          "the node takes it only if it is encoded anew, and it is damaged: "
              + reading.damage().get().getMessage());
    }
    Part10 file = reading.part10();
    Attributes dataSet = file.dataSet();
    BulkDataSource bytes = bytes(parcel, file);
    if (Decompressed.isDecoded(file.transferSyntax().uid())) {
      try {
        Decompressed decoded = Decompressed.of(file, bytes, parcel.length());
        dataSet = decoded.dataSet();
        bytes = decoded.bytes();
      } catch (IOException | ArithmeticException e) {
        throw new NotTakenException(
            "the node takes no JPEG-LS, and it cannot be decoded: " + e.getMessage());
      }
    }
    return output(dataSet, syntax, bytes);
  }

  private static DataSetOutput output(
      Attributes dataSet, TransferSyntax syntax, BulkDataSource bytes) {
    return out -> {
      BufferedOutputStream buffered = new BufferedOutputStream(out, CHUNK);
      DataSetWriter.write(dataSet, syntax, buffered, bytes);
      buffered.flush();
    };
  }

  /** Of a deflated file ranges count as if it lay there inflated. */
  private static BulkDataSource bytes(Parcel parcel, Part10 file) {
    if (!file.transferSyntax().deflated()) {
      return range -> skipped(parcel.send(), range.offset());
    }
    return range -> {
      InputStream deflated = skipped(parcel.send(), file.dataSetOffset());
      return skipped(inflated(deflated), range.offset() - file.dataSetOffset());
    };
  }

  private static InputStream inflated(InputStream deflated) {
    return new InflaterInputStream(deflated, new Inflater(true)) {
      @Override
      public void close() throws IOException {
        super.close();
        inf.end();
      }
    };
  }

  private static InputStream skipped(InputStream in, long bytes) throws IOException {
    try {
      in.skipNBytes(bytes);
      return in;
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }
}
