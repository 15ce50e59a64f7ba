package io.gearmancdi.cdi.build;

import jakarta.enterprise.lang.model.declarations.ClassInfo;
import jakarta.enterprise.lang.model.declarations.MethodInfo;
import jakarta.enterprise.lang.model.types.ParameterizedType;
import jakarta.enterprise.lang.model.types.Type;
import jakarta.enterprise.lang.model.types.TypeVariable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes the methods of a class as words for {@link MethodReader}, and the classes in them as a table, the class itself
 * first. A method is its name, the class that declares it, its modifiers and its parameters. A type is one of
 *
 * <ul>
 *   <li>{@code 3}: a class of the table; {@code int}: a class by its name
 *   <li>{@code <2}: a class and two arguments follow
 *   <li>{@code [}: what the array holds follows
 *   <li>{@code =T}: a variable that nothing binds; its erasure follows
 * </ul>
 */
final class MethodWriter {

    /** Not to be found in the name of a method or a variable. */
    static final String BETWEEN = ";";

    private final List<String> names = new ArrayList<>();
    private final List<ClassInfo> classes = new ArrayList<>();
    private final Map<String, Map<String, String>> variablesByClass = new HashMap<>();

    MethodWriter(ClassInfo type) {
        index(type);
        Map<String, String> variables = Map.of();
        var at = type;
        while (at.superClass() != null) {
            variablesByClass.put(at.name(), variables);
            variables = variablesAbove(at, variables);
            at = at.superClassDeclaration();
        }
    }

    private Map<String, String> variablesAbove(ClassInfo type, Map<String, String> variables) {
        var above = new HashMap<String, String>();
        if (type.superClass().isParameterizedType()) {
            var arguments = type.superClass().asParameterizedType().typeArguments();
            var parameters = type.superClassDeclaration().typeParameters();
            for (int i = 0; i < parameters.size(); i++) {
                above.put(parameters.get(i).name(), write(arguments.get(i), variables));
            }
        }
        return above;
    }

    ClassInfo[] table() {
        return classes.toArray(new ClassInfo[0]);
    }

    String write(MethodInfo method) {
        var declaring = method.declaringClass();
        var variables = new HashMap<>(variablesByClass.get(declaring.name()));
        method.typeParameters().forEach(own -> variables.remove(own.name()));
        var text = new StringBuilder(method.name()).append(BETWEEN);
        text.append(index(declaring)).append(BETWEEN).append(method.modifiers());
        method.parameters().forEach(parameter -> text.append(BETWEEN).append(write(parameter.type(), variables)));
        return text.toString();
    }

    private String index(ClassInfo type) {
        if (!names.contains(type.name())) {
            names.add(type.name());
            classes.add(type);
        }
        return String.valueOf(names.indexOf(type.name()));
    }

    /** Replaces variables; a wildcard is its bound. */
    private String write(Type type, Map<String, String> variables) {
        if (type.isClass()) {
            return index(type.asClass().declaration());
        }
        if (type.isPrimitive()) {
            return type.asPrimitive().name();
        }
        if (type.isArray()) {
            return "[" + BETWEEN + write(type.asArray().componentType(), variables);
        }
        if (type.isWildcardType()) {
            var lower = type.asWildcardType().lowerBound();
            return write(lower != null ? lower : type.asWildcardType().upperBound(), variables);
        }
        if (type.isTypeVariable()) {
            var variable = type.asTypeVariable();
            var bound = variables.get(variable.name());
            return bound != null ? bound : "=" + variable.name() + BETWEEN + erasure(variable);
        }
        return write(type.asParameterizedType(), variables);
    }

    private String write(ParameterizedType type, Map<String, String> variables) {
        var arguments = type.typeArguments();
        var text = new StringBuilder("<").append(arguments.size());
        text.append(BETWEEN).append(index(type.declaration()));
        arguments.forEach(argument -> text.append(BETWEEN).append(write(argument, variables)));
        return text.toString();
    }

    private String erasure(TypeVariable variable) {
        var bound = variable.bounds().get(0);
        if (bound.isTypeVariable()) {
            return erasure(bound.asTypeVariable());
        }
        return index(
                bound.isClass()
                        ? bound.asClass().declaration()
                        : bound.asParameterizedType().declaration());
    }
}
