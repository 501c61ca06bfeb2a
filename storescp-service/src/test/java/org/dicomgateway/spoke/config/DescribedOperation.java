package org.dicomgateway.spoke.config;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.method.HandlerMethod;
import tools.jackson.databind.JsonNode;

/**
 * What can be asked, as a controller takes it or as the description says.
 *
 * @param parameters each with where it stands, whether it is required, and its default
 */
record DescribedOperation(String method, String path, Set<String> parameters) {

  static DescribedOperation of(String method, String path, HandlerMethod handler) {
    Set<String> parameters =
        Arrays.stream(handler.getMethodParameters())
            .map(DescribedOperation::text)
            .filter(Objects::nonNull)
            .collect(Collectors.toCollection(TreeSet::new));
    return new DescribedOperation(method, path, parameters);
  }

  static DescribedOperation of(String method, String path, JsonNode operation) {
    Set<String> parameters = new TreeSet<>();
    for (JsonNode one : operation.path("parameters")) {
      parameters.add(
          text(
              one.path("in").asString(),
              one.path("name").asString(),
              one.path("required").asBoolean(false),
              one.path("schema").path("default").asString("")));
    }
    return new DescribedOperation(method, path, parameters);
  }

  /** Null: it is not one that a client gives. */
  private static String text(MethodParameter parameter) {
    parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
    if (parameter.hasParameterAnnotation(PathVariable.class)) {
      return text("path", parameter.getParameterName(), true, "");
    }
    RequestParam asked = parameter.getParameterAnnotation(RequestParam.class);
    if (asked == null) {
      return null;
    }
    String name = asked.name().isEmpty() ? parameter.getParameterName() : asked.name();
    boolean hasDefault = !asked.defaultValue().equals(ValueConstants.DEFAULT_NONE);
    boolean optional = hasDefault || parameter.getParameterType() == Optional.class;
    return text("query", name, !optional, hasDefault ? asked.defaultValue() : "");
  }

  private static String text(String in, String name, boolean required, String defaultValue) {
    return "%s %s%s%s"
        .formatted(
            in,
            name,
            required ? ", required" : "",
            defaultValue.isEmpty() ? "" : ", else " + defaultValue);
  }

  /** All that a description has. */
  static Stream<DescribedOperation> all(JsonNode description) {
    return description.path("paths").properties().stream()
        .flatMap(
            path ->
                path.getValue().properties().stream()
                    .map(
                        (Map.Entry<String, JsonNode> one) ->
                            of(one.getKey(), path.getKey(), one.getValue())));
  }
}
