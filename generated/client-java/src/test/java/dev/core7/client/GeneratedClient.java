package dev.core7.client;

import dev.core7.contract.Json;
import dev.core7.contract.MediaType;
import dev.core7.contract.Operation;
import dev.core7.contract.Parameter;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Calls the generated method of an operation by its name, so that new operations need no change here. */
final class GeneratedClient {
    private final ApiClient client;

    GeneratedClient(ApiClient client) {
        this.client = client;
    }

    /** Creates a client for a server with a key. */
    static ApiClient connect(String url, String key) {
        var client = new ApiClient();
        client.updateBaseUri(url);
        client.setRequestInterceptor(request -> request.setHeader("Authorization", "Bearer " + key));
        return client;
    }

    /** Sends the first request example of an operation, with 1 for every path parameter, and returns the result. */
    Object call(Operation operation) throws ApiException, ReflectiveOperationException {
        Method method = method(operation);
        Object api = method.getDeclaringClass().getConstructor(ApiClient.class).newInstance(client);
        try {
            return method.invoke(api, arguments(operation, method));
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof ApiException answer) {
                throw answer;
            }
            throw e;
        }
    }

    /** Returns the overload with the fewest parameters; the others also have headers. */
    private static Method method(Operation operation) {
        String name = camelCase(operation.id());
        return apis().stream()
                .flatMap(api -> Arrays.stream(api.getMethods()))
                .filter(method -> method.getName().equals(name))
                .min(Comparator.comparingInt(Method::getParameterCount))
                .orElseThrow(() -> new AssertionError("no generated method " + name + " for " + operation.id()));
    }

    private Object[] arguments(Operation operation, Method method) {
        var path = operation.pathParameters().stream()
                .map(Parameter::name)
                .map(GeneratedClient::camelCase)
                .toList();
        return Arrays.stream(method.getParameters())
                .map(parameter -> {
                    Class<?> type = parameter.getType();
                    if (path.contains(parameter.getName())) {
                        return type == Integer.class ? (Object) 1 : "1";
                    }
                    boolean body = type.getPackageName().equals("dev.core7.client.model");
                    return body ? example(operation.body().orElseThrow(), type) : null;
                })
                .toArray();
    }

    private Object example(MediaType body, Class<?> type) {
        return client.getObjectMapper()
                .readValue(Json.write(body.examples().get(0).value()), type);
    }

    /** Returns all generated classes in the package {@code api}. */
    private static List<Class<?>> apis() {
        try {
            var home = ApiClient.class.getProtectionDomain().getCodeSource().getLocation();
            try (var files = Files.list(Path.of(home.toURI()).resolve("dev/core7/client/api"))) {
                return files.map(file -> file.getFileName().toString())
                        .filter(name -> name.endsWith("Api.class"))
                        .<Class<?>>map(name -> load("dev.core7.client.api." + name.replace(".class", "")))
                        .toList();
            }
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String camelCase(String snakeCase) {
        var words = snakeCase.split("_");
        var name = new StringBuilder(words[0]);
        for (int i = 1; i < words.length; i++) {
            name.append(Character.toUpperCase(words[i].charAt(0))).append(words[i].substring(1));
        }
        return name.toString();
    }
}
