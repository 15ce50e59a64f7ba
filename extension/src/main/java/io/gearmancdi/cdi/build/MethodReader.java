package io.gearmancdi.cdi.build;

import io.gearmancdi.Job;
import io.gearmancdi.discovery.MethodCall;
import io.gearmancdi.discovery.MethodView;
import io.gearmancdi.discovery.OpenType;
import io.gearmancdi.discovery.ResolvedArray;
import io.gearmancdi.discovery.ResolvedType;
import io.gearmancdi.discovery.Signature;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads one method as {@link MethodWriter} has written it. */
final class MethodReader {

    private static final List<Class<?>> PRIMITIVES = List.of(
            boolean.class, byte.class, char.class, short.class, int.class, long.class, float.class, double.class);

    private final Class<?>[] table;
    private final Iterator<String> words;

    MethodReader(Class<?>[] table, String text) {
        this.table = table;
        this.words = List.of(text.split(MethodWriter.BETWEEN)).iterator();
    }

    MethodView read(Optional<Job> job, Supplier<MethodCall> call) {
        var name = words.next();
        var declaring = named(words.next());
        int modifiers = Integer.parseInt(words.next());
        var parameters = new ArrayList<Type>();
        while (words.hasNext()) {
            parameters.add(type());
        }
        return new MethodView(declaring, name, modifiers, new Signature(parameters), job, call);
    }

    private Type type() {
        var word = words.next();
        return switch (word.charAt(0)) {
            case '<' -> generic(Integer.parseInt(word.substring(1)));
            case '[' -> ResolvedArray.of(type());
            case '=' -> new OpenType(word.substring(1), named(words.next()));
            default -> named(word);
        };
    }

    private Type generic(int size) {
        var raw = named(words.next());
        var arguments = new Type[size];
        for (int i = 0; i < size; i++) {
            arguments[i] = type();
        }
        return new ResolvedType(raw, arguments, null);
    }

    private Class<?> named(String word) {
        for (var primitive : PRIMITIVES) {
            if (primitive.getName().equals(word)) {
                return primitive;
            }
        }
        return table[Integer.parseInt(word)];
    }
}
