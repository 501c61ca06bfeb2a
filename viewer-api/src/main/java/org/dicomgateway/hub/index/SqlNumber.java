package org.dicomgateway.hub.index;

import java.sql.Types;
import java.util.OptionalLong;
import org.springframework.jdbc.core.SqlParameterValue;

/** A number that may be absent, as a typed parameter: PostgreSQL asks what kind of NULL it is. */
final class SqlNumber {
  private SqlNumber() {}

  static SqlParameterValue of(OptionalLong number) {
    return new SqlParameterValue(
        Types.BIGINT, number.isPresent() ? Long.valueOf(number.getAsLong()) : null);
  }
}
