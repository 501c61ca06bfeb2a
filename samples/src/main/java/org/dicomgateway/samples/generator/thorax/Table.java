package org.dicomgateway.samples.generator.thorax;

import static org.dicomgateway.samples.generator.thorax.Organ.cover;
import static org.dicomgateway.samples.generator.thorax.Organ.mix;

/** The couch under the patient: two carbon shells with foam between, and a mattress. */
record Table(double back) implements Organ {
  @Override
  public Cut cut(double z) {
    return (hu, index, x, y) -> {
      if (y < back - 30) {
        return hu;
      }
      double bend = 0.00125 * x * x;
      double top = back + 9 - bend;
      double bottom = back + 34 - 2.1 * bend;
      double within = Math.max(top - y, y - bottom);
      double mattress = Math.max(top - 8 - y, y - top);
      double table = mix(mix(hu, -935, cover(mattress)), -880, cover(within));
      return mix(table, -330, cover(Math.abs(within + 0.9) - 0.9));
    };
  }
}
