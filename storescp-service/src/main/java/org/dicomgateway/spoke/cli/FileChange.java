package org.dicomgateway.spoke.cli;

import java.util.NoSuchElementException;
import org.dicomgateway.console.ExitCode;
import org.dicomgateway.console.ServiceApi;
import org.dicomgateway.console.ServiceException;
import tools.jackson.databind.JsonNode;

/**
 * A change of a file that the spoke keeps the versions of, unless somebody else changes it
 * meanwhile.
 *
 * @param file the path of the version that holds
 * @param query that the new one is put with
 */
public record FileChange(ServiceApi api, String file, String query) {
  /** Makes another text of the one that holds. */
  @FunctionalInterface
  public interface Edit {
    /**
     * @throws IllegalArgumentException if it cannot, saying why
     * @throws NoSuchElementException if what is to be changed is not there
     */
    String apply(String text);
  }

  public JsonNode edit(Edit edit) throws ServiceException, InterruptedException {
    JsonNode now = api.get(file);
    try {
      return put(now, edit.apply(text(now)));
    } catch (NoSuchElementException e) {
      throw new ServiceException(ExitCode.NOT_FOUND, e.getMessage());
    } catch (IllegalArgumentException e) {
      throw new ServiceException(e.getMessage());
    }
  }

  /**
   * Has an older version hold again, as a new one.
   *
   * @param older its path
   */
  public JsonNode rollBack(String older) throws ServiceException, InterruptedException {
    JsonNode now = api.get(file);
    return put(now, text(api.get(older)));
  }

  private JsonNode put(JsonNode now, String text) throws ServiceException, InterruptedException {
    return api.put("%s?from=%d&%s".formatted(file, now.path("version").asInt(), query), text);
  }

  private static String text(JsonNode version) {
    return version.path("text").asString("");
  }
}
